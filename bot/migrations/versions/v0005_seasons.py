"""Seasons, and which of them an interview is a round of."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "seasons",
        sa.Column("id", sa.String(12), primary_key=True),
        sa.Column("started", sa.DateTime(timezone=True), nullable=False),
        sa.Column("body", sa.Text, nullable=False),
    )
    # SQLite can add a column but no constraint to a table; a unique index is the same to both databases.
    op.add_column("interviews", sa.Column("season", sa.String(12), nullable=True))
    op.create_index("one_interview_a_round", "interviews", ["season", "round"], unique=True)
