"""The only modules that may import rasa, rasa_sdk or sanic."""
