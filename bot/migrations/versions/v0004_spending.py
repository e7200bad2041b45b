"""What the endpoint was paid, one row a request."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "spending",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("interview", sa.String(12), sa.ForeignKey("interviews.id"), nullable=True, index=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False, index=True),
        sa.Column("model", sa.Text, nullable=False),
        sa.Column("asked", sa.Integer, nullable=False),
        sa.Column("replied", sa.Integer, nullable=False),
        sa.Column("estimated", sa.Boolean, nullable=False),
    )
