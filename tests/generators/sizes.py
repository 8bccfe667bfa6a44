"""How many examples a law is tried on, as a share of the profile in force."""

from hypothesis import Phase, settings

_PHASES = [Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink]


def examples(share):
    """Give settings with a share of the examples of the profile."""
    count = max(1, round(settings.default.max_examples * share))
    return settings(max_examples=count, phases=_PHASES)
