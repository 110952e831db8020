"""The person's page: server-rendered, whole without JavaScript, then made smoother by it."""
