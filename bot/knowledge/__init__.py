"""Rights, orders and services: what the bot may say, with its sources. One topic or service a YAML file."""
