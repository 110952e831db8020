"""Puts the parts together, once in a process: settings, keys, database, knowledge, and the services made of them."""
from __future__ import annotations

from functools import cached_property, lru_cache

from bot.conversation.desk import Desk
from bot.diary.door import Door
from bot.diary.keys import Keys, load_keys
from bot.diary.leases import Leases
from bot.diary.sessions import Sessions
from bot.diary.storage.engine import Factory, open_database
from bot.diary.storage.migrate import holds_diaries
from bot.diary.turns import Turns
from bot.diary.vault import Vault
from bot.knowledge.load import Knowledge, shared
from bot.safety.cards import Cards
from bot.settings import Settings, read_settings


class House:
    """Each part is made when it is first asked for, so that `daybook parse` needs no database, and the shell no keys."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings

    @cached_property
    def keys(self) -> Keys:
        """The deployment's keys; made on the first run."""
        return load_keys(self.settings.data_dir, self.settings.environ, lambda: holds_diaries(self.settings.database_url))[0]

    @cached_property
    def factory(self) -> Factory:
        """Sessions of the database."""
        return open_database(self.settings.database_url)

    @cached_property
    def knowledge(self) -> Knowledge:
        """Rights and services."""
        return shared()

    @cached_property
    def cards(self) -> Cards:
        """What is shown when there is danger."""
        return Cards.load()

    @cached_property
    def vault(self) -> Vault:
        """Stretches words."""
        return Vault(self.keys)

    @cached_property
    def sessions(self) -> Sessions:
        """Who is here."""
        return Sessions(self.factory, self.keys)

    @cached_property
    def door(self) -> Door:
        """The five words."""
        return Door(self.factory, self.keys, self.vault)

    @cached_property
    def turns(self) -> Turns:
        """What was typed and answered in a session."""
        return Turns(self.factory)

    @cached_property
    def leases(self) -> Leases:
        """A diary's key, for one turn."""
        return Leases(self.keys)

    @cached_property
    def desk(self) -> Desk:
        """Takes a turn into its diary."""
        return Desk(self.factory, self.leases)


@lru_cache(maxsize=1)
def house() -> House:
    """This process's own."""
    return House(read_settings())
