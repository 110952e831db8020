"""The first tables."""
import sqlalchemy as sa
from alembic import op

from bot.diary.storage.tables import Moment

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table("attempts",
        sa.Column("bucket", sa.LargeBinary(), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("blocked_until", Moment(), nullable=False),
        sa.Column("last_at", Moment(), nullable=False),
        sa.PrimaryKeyConstraint("bucket")
    )
    op.create_table("diaries",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("created_at", Moment(), nullable=False),
        sa.Column("head", sa.LargeBinary(), nullable=True),
        sa.Column("tombstoned_at", Moment(), nullable=True),
        sa.PrimaryKeyConstraint("id")
    )
    op.create_table("heartbeat",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("beats", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id")
    )
    op.create_table("leases",
        sa.Column("conversation_id", sa.String(length=64), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("expires_at", Moment(), nullable=False),
        sa.PrimaryKeyConstraint("conversation_id")
    )
    op.create_table("trackers",
        sa.Column("conversation_id", sa.String(length=64), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("expires_at", Moment(), nullable=False),
        sa.PrimaryKeyConstraint("conversation_id")
    )
    op.create_table("turns",
        sa.Column("conversation_id", sa.String(length=64), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("key_hash", sa.LargeBinary(), nullable=False),
        sa.Column("body_hash", sa.LargeBinary(), nullable=False),
        sa.Column("request", sa.LargeBinary(), nullable=False),
        sa.Column("outcome", sa.LargeBinary(), nullable=True),
        sa.Column("answer", sa.LargeBinary(), nullable=True),
        sa.Column("started_at", Moment(), nullable=False),
        sa.PrimaryKeyConstraint("conversation_id", "number"),
        sa.UniqueConstraint("conversation_id", "key_hash", name="one_turn_of_a_key")
    )
    op.create_table("conversations",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("diary_id", sa.String(length=32), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["diary_id"], ["diaries.id"]),
        sa.PrimaryKeyConstraint("id")
    )
    op.create_index("ix_conversations_diary_id", "conversations", ["diary_id"], unique=False)
    op.create_table("drafts",
        sa.Column("diary_id", sa.String(length=32), nullable=False),
        sa.Column("draft_no", sa.Integer(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["diary_id"], ["diaries.id"]),
        sa.UniqueConstraint("diary_id", "draft_no", name="one_draft_of_a_number")
    )
    op.create_table("key_slots",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("diary_id", sa.String(length=32), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("locator", sa.LargeBinary(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["diary_id"], ["diaries.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("locator")
    )
    op.create_index("ix_key_slots_diary_id", "key_slots", ["diary_id"], unique=False)
    op.create_table("openings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("diary_id", sa.String(length=32), nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.Column("let_in", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["diary_id"], ["diaries.id"]),
        sa.PrimaryKeyConstraint("id")
    )
    op.create_index("ix_openings_diary_id", "openings", ["diary_id"], unique=False)
    op.create_table("records",
        sa.Column("diary_id", sa.String(length=32), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("subject", sa.LargeBinary(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["diary_id"], ["diaries.id"]),
        sa.UniqueConstraint("diary_id", "number", name="one_record_of_a_number")
    )
    op.create_index("records_by_subject", "records", ["diary_id", "subject"], unique=False)
    op.create_table("sessions",
        sa.Column("token_hash", sa.LargeBinary(), nullable=False),
        sa.Column("diary_id", sa.String(length=32), nullable=False),
        sa.Column("conversation_id", sa.String(length=64), nullable=False),
        sa.Column("wrapped_key", sa.LargeBinary(), nullable=True),
        sa.Column("has_words", sa.Boolean(), nullable=False),
        sa.Column("created_at", Moment(), nullable=False),
        sa.Column("seen_at", Moment(), nullable=False),
        sa.Column("expires_at", Moment(), nullable=False),
        sa.Column("ended_at", Moment(), nullable=True),
        sa.Column("touched_at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(["diary_id"], ["diaries.id"]),
        sa.PrimaryKeyConstraint("token_hash"),
        sa.UniqueConstraint("conversation_id")
    )
    op.create_index("ix_sessions_diary_id", "sessions", ["diary_id"], unique=False)
    op.create_index("ix_sessions_touched_at", "sessions", ["touched_at"], unique=False)
