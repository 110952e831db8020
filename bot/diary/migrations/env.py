"""Alembic runs this with the connection that `migrate` opened."""
from alembic import context

from bot.diary.storage.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
context.run_migrations()
