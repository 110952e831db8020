"""A component of Rasa's pipeline that learns a reader: what the readers of danger, accounts and intents share."""
from __future__ import annotations

from abc import abstractmethod
from pathlib import Path
from typing import Any, Dict, Optional, Text

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.training_data.training_data import TrainingData
from typing_extensions import Self

from bot.adapters.encoder import shared_encoder
from bot.adapters.model_files import made_of
from bot.adapters.reader import Reader

ROOT = Path(__file__).resolve().parents[2]


class ReaderComponent(GraphComponent):
    """Made, trained, saved and loaded; what it reads is for its children to say. `reader` is None until it is trained."""

    def __init__(self, storage: ModelStorage, resource: Resource, reader: Optional[Reader] = None) -> None:
        self._storage, self._resource, self.reader = storage, resource, reader

    @classmethod
    def create(cls, config: Dict[Text, Any], model_storage: ModelStorage, resource: Resource, execution_context: ExecutionContext) -> Self:
        """An untrained component. Rasa wires these parameters by name."""
        return cls(model_storage, resource)

    @classmethod
    def load(cls, config: Dict[Text, Any], model_storage: ModelStorage, resource: Resource, execution_context: ExecutionContext,
             **kwargs: Any) -> Self:
        """A trained one."""
        with model_storage.read_from(resource) as folder:
            return cls.from_folder(model_storage, resource, folder)

    @classmethod
    def from_folder(cls, storage: ModelStorage, resource: Resource, folder: Path) -> Self:
        """What `to_folder` left there."""
        return cls(storage, resource, Reader.load(folder, shared_encoder()))

    def to_folder(self, folder: Path) -> None:
        """Leaves there what was learned."""
        assert self.reader is not None
        self.reader.save(folder)

    @classmethod
    def fingerprint_addon(cls, config: Dict[str, Any]) -> Optional[str]:
        """Our examples and code are not among what Rasa looks at; a change of any retrains all the same."""
        return made_of(ROOT)

    def train(self, training_data: TrainingData) -> Resource:
        """Learns and saves."""
        self.learn(training_data)
        with self._storage.write_to(self._resource) as folder:
            self.to_folder(folder)
        return self._resource

    @abstractmethod
    def learn(self, training_data: TrainingData) -> None:
        """Sets `reader`."""
