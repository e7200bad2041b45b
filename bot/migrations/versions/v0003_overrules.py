"""What people say of the scorer's verdicts, one row a verdict."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "overrules",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("interview", sa.String(12), sa.ForeignKey("interviews.id"), nullable=False, index=True),
        sa.Column("question_id", sa.Text, nullable=False),
        sa.Column("criterion", sa.Text, nullable=False),
        sa.Column("scorer", sa.String(16), nullable=False),
        sa.Column("verdict", sa.String(16), nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
    )
