"""Where allauth asks us: about accounts, about second factors, about organisations' own sign-in."""
