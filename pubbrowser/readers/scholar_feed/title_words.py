"""Words that titles of papers use and names of people do not.

One piece of evidence among several: a word more or less in the list matters little. The list was
put together from common English words of the sciences; hardly any is a name as well.
"""

from __future__ import annotations

import re

from pubbrowser.readers.full_names import PARTICLES

_WORD_LIST = """
    about abstract access action activation activations adaptation adaptive agent agents algorithm
    algorithms alignment analysis applications approach architecture architectures art assessment
    atlas attack attacks attention attribution attributions audio automata baseline baselines
    beliefs benchmark benchmarks beyond bias biases brain calculus case causal challenge challenges
    circuit circuits classification classifier clinical clustering coding compression computing
    concept concepts context control cost data dataset datasets decision decisions decoding deep
    design detection diffusion discovery distillation distribution domain driving dynamics edge
    editing efficient embedding embeddings encoder encoders engine engineering environment
    environments error errors estimation evaluation evidence evolution experiments explained
    explanation explanations exploration fast feature features federated feedback filters flow for
    forecasting foundation framework frameworks from functions games generation generative graph
    graphs guide health heads hierarchies human image images imaging in inference influence
    information inputs insights instances intelligence interaction interpretability interventions
    kernels knowledge labels language languages large layer layers learners learning lens library
    limits logic loss machine machines manifold manifolds mapping maps mechanics mechanism
    mechanisms medicine memory method methods mining model modeling models monitoring motion
    natural net nets network networks neural neurons noise novel objects of online open operators
    opportunities optics optimization outlook patterns perception performance perspective
    perspectives physics planning policies policy prediction predictions principles prior privacy
    problem problems processes processing programs prompts propagation protocols prototypes pruning
    quality quantization query questions reasoning recognition reconstruction reduction
    regression regularization representation representations research retrieval review revisited
    rewards risk robotics robustness safety sampling scale scaling scenes science search security
    segmentation semantic semantics sensing signals simulation simulations skills software solver
    space spaces sparse speech stability statistics steering structure structures study subspace
    supervision survey synthesis system systems tasks techniques test testing text theory things
    time tokens tool toolkit tools towards tracking training transfer transformation transformers
    trees tuning tutorial uncertainty understanding unlearning user users using vectors via video
    vision vision-language visualization weights wild with words works world worlds
    """
_WORDS = frozenset(_WORD_LIST.split()) - PARTICLES
_ENDINGS = re.compile(r"(?:tions?|ization|isation|ability|ibility|ousness|ments)$")
_COMPOUND_ENDINGS = re.compile(
    r"-(?:aware|based|centric|driven|efficient|free|guided|level|like|only|scale|shot|time|to"
    r"|trained|wise)$"
)


def is_title_word(word: str) -> bool:
    """Say whether `word` is one that titles use and names do not."""
    word = word.lower()
    if word in _WORDS or _COMPOUND_ENDINGS.search(word):
        return True
    return len(word) > 7 and bool(_ENDINGS.search(word))
