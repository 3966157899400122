"""The projector window and the screens it stands on."""
