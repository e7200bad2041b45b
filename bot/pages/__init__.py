"""The web pages. The rest of the program imports only `bot.pages.site`."""

import os

# Read by Gradio when it is imported, and every page module is imported after this one.
os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
os.environ["HF_HUB_DISABLE_TELEMETRY"] = "1"
