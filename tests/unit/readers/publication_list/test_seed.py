"""The seed itself, where it lies beside the repository: counts, lines, and irregular entries whole.

The document is other people's text and no part of the project; what stands here are facts of it.
"""

# ruff: noqa: E501 (a title stands on one line)
from __future__ import annotations

import datetime
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from pubbrowser.model import Date, Document, Name, Record, Statistic, link
from pubbrowser.readers.publication_list import READER
from pubbrowser.readers.reader import Text

_SEEDS = Path(__file__).parents[4].parent / "shared" / "seeds"
_JOURNAL = {"type": "article-journal", "section": "Journal Articles"}
_CONFERENCE = {
    "type": "paper-conference",
    "section": "Contributions to Conference Proceedings and Workshops",
}
_BOOK = {"type": "book", "section": "Books"}
_CHAPTER = {"type": "chapter", "section": "Book Chapters"}
_PREPRINT = {"type": "article", "section": "Preprints"}


def _text(number: str) -> Text:
    found = sorted(_SEEDS.glob(f"{number}_*"))
    if not found:
        pytest.skip("the seed documents do not lie beside this repository")
    return Text(found[0].read_text(encoding="utf-8"), found[0].name, datetime.date(2025, 10, 1))


@pytest.fixture(scope="module")
def document() -> Document:
    return READER.read(_text("000"))


def _names(printed: str) -> tuple[Name, ...]:
    """Names written "Family Given; …", "_" for a space in a part, "~" after a particle."""
    names = []
    for each in printed.split("; "):
        particle, _, rest = each.rpartition("~")
        family, given = (part.replace("_", " ") for part in rest.split(" "))
        names.append(Name(family=family, given=given, non_dropping_particle=particle))
    return tuple(names)


_LINES = (
    22, 26, 30, 33, 37, 41, 45, 49, 53, 58, 62, 66, 69, 73, 76, 79, 83, 87, 90, 93, 96, 100,
    104, 108, 111, 115, 118, 122, 126, 129, 132, 136, 142, 146, 150, 154, 158, 163, 165, 167,
    170, 172, 174, 175, 177, 179, 181, 182, 184, 186, 191, 195, 198, 201, 204, 208, 211, 214,
    217, 221, 224, 227, 230, 233, 237, 240, 243, 246, 249, 252, 255, 258, 261, 264, 267, 270,
    276, 283, 286, 289, 293, 299, 303, 306, 310, 313, 317, 321, 326, 331, 334, 337, 341, 344,
    347,
)  # fmt: skip

_ENTRIES: dict[int, dict[str, Any]] = {
    22: {
        **_JOURNAL,
        "author": _names(
            "Dreyer M; Berend J; Labarta T; Vielhaben J; Wiegand T; Lapuschkin S; Samek W"
        ),
        "issued": Date(2025),
        "title": "Mechanistic Understanding and Validation of Large AI Models with SemanticLens",
        "container_title": "Nature Machine Intelligence",
        "locator": "1–14",
        "page": "1–14",
        "owner_positions": (5,),
        "links": (
            link("https://github.com/jim-berend/semanticlens"),
            link("https://semanticlens.hhi-research-insights.eu", "Demo"),
        ),
    },
    26: {
        **_JOURNAL,
        "author": _names("Pahde F; Wiegand T; Lapuschkin S; Samek W"),
        "issued": Date(2025),
        "title": "Ensuring Medical AI Safety: Explainable AI-Driven Detection and Mitigation of Spurious Model Behavior and Associated Data",
        "container_title": "Machine Learning",
        "locator": "114(9):206",
        "volume": "114",
        "issue": "9",
        "article_number": "206",
        "owner_positions": (2,),
        "links": (link("https://github.com/frederikpahde/medical-ai-safety"),),
    },
    30: {
        **_JOURNAL,
        "author": _names("Ma J; Weicken E; Pahde F; Weitz K; Lapuschkin S; Samek W; Wiegand T"),
        "issued": Date(2025),
        "title": "Künstliche Intelligenz auf dem Prüfstand: Anforderungen, Qualitätskriterien und Prüfwerkzeuge für medizinische Anwendungen [Artificial intelligence under scrutiny: requirements, quality criteria, and testing tools for medical applications]",
        "container_title": "Bundesgesundheitsblatt – Gesundheitsforschung – Gesundheitsschutz",
        "locator": "68:915-923",
        "volume": "68",
        "page": "915-923",
        "owner_positions": (4,),
    },
    33: {
        **_JOURNAL,
        "author": _names(
            "Storås A_M; Dreyer M; Pahde F; Lapuschkin S; Samek W; Halvorsen P; de~Lange T; Mori Y; Hann A; Berzin T_M; Parasa S; Riegler M_A"
        ),
        "issued": Date(2025),
        "title": "Exploring the Clinical Value of Concept-based AI Explanations in Gastrointestinal Disease Detection",
        "container_title": "Scientific Reports",
        "locator": "15(1):28860",
        "volume": "15",
        "issue": "1",
        "article_number": "28860",
        "owner_positions": (3,),
        "links": (link("https://github.com/AndreaStoraas/conceptXAI-GItract"),),
    },
    37: {
        **_JOURNAL,
        "author": _names(
            "Weber L; Berend J; Weckbecker M; Binder A; Wiegand T; Samek W; Lapuschkin S"
        ),
        "issued": Date(2025),
        "title": "Efficient and Flexible Neural Network Training through Layer-wise Feedback Propagation",
        "container_title": "Transactions on Machine Learning Research",
        "locator": "9oToxYVOSW",
        "openreview_id": "9oToxYVOSW",
        "owner_positions": (6,),
        "links": (link("https://github.com/leanderweber/layerwise-feedback-propagation"),),
    },
    41: {
        **_JOURNAL,
        "author": _names("Hedström A; Bommer P_L; Burns T_F; Lapuschkin S; Samek W; Höhne M-C_M"),
        "issued": Date(2025),
        "title": "Evaluating Interpretable Methods via Geometric Alignment of Functional Distortions",
        "container_title": "Transactions on Machine Learning Research",
        "locator": "ukLxqA8zXj",
        "openreview_id": "ukLxqA8zXj",
        "notes": ("TMLR Survey Certification",),
        "owner_positions": (3,),
        "links": (link("https://github.com/annahedstroem/GEF/"),),
    },
    76: {
        **_JOURNAL,
        "author": _names(
            "Ma J; Schneider L; Lapuschkin S; Achtribat R; Durchrau M; Krois J; Schwendicke F; Samek W"
        ),
        "issued": Date(2022),
        "title": "Towards Trustworthy AI in Dentistry",
        "container_title": "Journal of Dental Research",
        "locator": "00220345221106086",
        "article_number": "00220345221106086",
        "owner_positions": (2,),
    },
    79: {
        **_JOURNAL,
        "author": _names(
            "Rieckmann A; Dworzynski P; Arras L; Lapuschkin S; Samek W; Onyebuchi A_A; Rod N_H; Ekstrøm C_T"
        ),
        "issued": Date(2022),
        "title": "Causes of Outcome Learning: A Causal Inference-inspired Machine Learning Approach to Disentangling Common Combinations of Potential Causes of a Health Outcome",
        "container_title": "International Journal of Epidemiology",
        "locator": "dyac078",
        "article_number": "dyac078",
        "owner_positions": (3,),
        "links": (
            link("https://github.com/ekstroem/cool"),
            link("https://www.causesofoutcomelearning.org"),
        ),
    },
    83: {
        **_JOURNAL,
        "author": _names(
            "Slijepcevic D; Horst F; Lapuschkin S; Horsak B; Raberger A-M; Kranzl A; Samek W; Breiteneder C; Schöllhorn W_I; Zeppelzauer M"
        ),
        "issued": Date(2022),
        "title": "Explaining Machine Learning Models for Clinical Gait Analysis",
        "container_title": "ACM Transactions on Computing for Healthcare",
        "locator": "3(2):14:1–27",
        "volume": "3",
        "issue": "2",
        "page": "1–27",
        "article_number": "14",
        "owner_positions": (2,),
        "links": (
            link(
                "https://github.com/sebastian-lapuschkin/explaining-deep-clinical-gait-classification"
            ),
        ),
    },
    93: {
        **_JOURNAL,
        "author": _names("Samek W; Montavon G; Lapuschkin S; Anders C_J; Müller K-R"),
        "issued": Date(2021),
        "title": "Explaining Deep Neural Networks and Beyond: A Review of Methods and Applications",
        "container_title": "Proceedings of the IEEE",
        "locator": "109(3):247–278",
        "volume": "109",
        "issue": "3",
        "page": "247–278",
        "owner_positions": (2,),
    },
    96: {
        **_JOURNAL,
        "author": _names(
            "Yeom S-K; Seegerer P; Lapuschkin S; Binder A; Wiedemann S; Müller K-R; Samek W"
        ),
        "issued": Date(2021),
        "title": "Pruning by Explaining: A Novel Criterion for Deep Neural Network Pruning",
        "container_title": "Pattern Recognition",
        "locator": "115:107899",
        "volume": "115",
        "article_number": "107899",
        "owner_positions": (2,),
        "links": (
            link("https://github.com/seulkiyeom/LRP_pruning"),
            link("https://github.com/seulkiyeom/LRP_Pruning_toy_example"),
        ),
    },
    104: {
        **_JOURNAL,
        "author": _names(
            "Horst F; Slijepcevic D; Zeppelzauer M; Raberger AM; Lapuschkin S; Samek W; Schöllhorn WI; Breiteneder C; Horsak B"
        ),
        "issued": Date(2020),
        "title": "Explaining Automated Gender Classification of Human Gait",
        "container_title": "Gait & Posture",
        "locator": "81(S1):159–160",
        "volume": "81",
        "issue": "S1",
        "page": "159–160",
        "owner_positions": (4,),
    },
    111: {
        **_JOURNAL,
        "author": _names(
            "Alber M; Lapuschkin S; Seegerer P; Hägele M; Schütt K_T; Montavon G; Samek W; Müller K-R; Dähne S; Kindermans P-J"
        ),
        "issued": Date(2019),
        "title": "iNNvestigate Neural Networks!",
        "container_title": "Journal of Machine Learning Research",
        "locator": "20(93):1–8",
        "volume": "20",
        "issue": "93",
        "page": "1–8",
        "owner_positions": (1,),
        "links": (link("https://github.com/albermax/innvestigate"),),
    },
    122: {
        **_JOURNAL,
        "author": _names("Montavon G; Lapuschkin S; Binder A; Samek W; Müller K-R"),
        "issued": Date(2017),
        "title": "Explaining NonLinear Classification Decisions with Deep Taylor Decomposition",
        "container_title": "Pattern Recognition",
        "locator": "65:211–222",
        "volume": "65",
        "page": "211–222",
        "notes": ("Pattern Recognition Best Paper Award and Pattern Recognition Medal winner",),
        "owner_positions": (1,),
    },
    126: {
        **_JOURNAL,
        "author": _names("Samek W; Binder A; Montavon G; Lapuschkin S; Müller K-R"),
        "issued": Date(2017),
        "title": "Evaluating the Visualization of what a Deep Neural Network has Learned",
        "container_title": "IEEE Transactions of Neural Networks and Learning Systems",
        "owner_positions": (3,),
    },
    136: {
        **_JOURNAL,
        "author": _names("Bach S; Binder A; Montavon G; Klauschen F; Müller K-R; Samek W"),
        "issued": Date(2015),
        "title": "On Pixel-wise Explanations for Non-Linear Classifier Decisions by Layer-wise Relevance Propagation",
        "container_title": "PLoS ONE",
        "locator": "10(7):e0130140",
        "volume": "10",
        "issue": "7",
        "article_number": "e0130140",
        "owner_positions": (0,),
    },
    142: {
        **_CONFERENCE,
        "author": _names("Labarta T; Hoang N; Weitz K; Samek W; Lapuschkin S; Weber L"),
        "issued": Date(2025),
        "title": "See What I Mean? CUE: A Cognitive Model of Understanding Explanations",
        "container_title": "Proceedings of the IJCAI Workshops 2025: XAI Workshop",
        "arxiv_id": "2506.14775",
        "owner_positions": (4,),
        "links": (link("https://arxiv.org/abs/2506.14775"),),
    },
    150: {
        **_CONFERENCE,
        "author": _names(
            "Naujoks J; Krasowski A; Weckbecker M; Yolcu G_Ü; Wiegand T; Lapuschkin S; Samek W; Klausen R_P"
        ),
        "issued": Date(2025),
        "title": "Leveraging Influence Functions for Resampling Data in Physics-Informed Neural Networks",
        "container_title": "Proceedings of the 3rd XAI World Conference",
        "locator": "TBA",
        "owner_positions": (5,),
        "links": (link("https://github.com/aleks-krasowski/PINNfluence_resampling"),),
    },
    158: {
        **_CONFERENCE,
        "author": _names(
            "Joseph S; Suresh P; Hufe L; Stevinson E; Graham R; Vadi Y; Bzdok D; Lapuschkin S; Sharkey L; Richards A"
        ),
        "issued": Date(2025),
        "title": "Prisma: An Open Source Toolkit for Mechanistic Interpretability in Vision and Video",
        "container_title": "Proceedings of the IEEE/CVF Conference on Computer Vision and Pattern Recognition (CVPR) Workshops: MIV Workshop",
        "locator": "TBA",
        "arxiv_id": "2504.19475",
        "owner_positions": (7,),
        "links": (
            link("https://arxiv.org/abs/2504.19475"),
            link("https://github.com/Prisma-Multimodal/ViT-Prisma"),
        ),
    },
    163: {
        **_CONFERENCE,
        "author": _names(
            "Pahde F; Dreyer M; Weckbecker M; Weber L; Anders C_J; Wiegand T; Samek W; Lapuschkin S"
        ),
        "issued": Date(2025),
        "title": "Navigating Neural Space: Revisiting Concept Activation Vectors to Overcome Directional Divergence",
        "container_title": "Proceedings of the International Conference on Learning Representations (ICLR)",
        "owner_positions": (7,),
        "links": (link("https://github.com/frederikpahde/pattern-cav"),),
    },
    165: {
        **_CONFERENCE,
        "author": _names("Bareeva D; Yolcu GÜ; Hedström A; Wiegand T; Samek W; Lapuschkin S"),
        "issued": Date(2024),
        "title": "Quanda: An Interpretability Toolkit for Training Data Attribution Evaluation and Beyond",
        "container_title": "NeuRIPS 2024 Workshop on Attributing Model Behavior at Scale (ATTRIB 2024)",
        "owner_positions": (5,),
        "links": (link("https://github.com/dilyabareeva/quanda"),),
    },
    167: {
        **_CONFERENCE,
        "author": _names(
            "Naujoks J_R; Krasowski A; Weckbecker M; Wiegand T; Lapuschkin S; Samek W; Klausen R_P"
        ),
        "issued": Date(2024),
        "title": "PINNfluence: Influence Functions for Physics-Informed Neural Networks",
        "container_title": "NeuRIPS 2024 Workshop on Machine Learning and the Physical Sciences (ML4PS)",
        "notes": ("Reproducibility Badge Winner",),
        "owner_positions": (4,),
        "links": (link("https://github.com/aleks-krasowski/PINNfluence"),),
    },
    170: {
        **_CONFERENCE,
        "author": _names("Kopf L; Bommer P_L; Hedström A; Lapuschkin S; Höhne M_M-C; Bykov K"),
        "issued": Date(2024),
        "title": "CoSy: Evaluating Textual Explanations of Neurons",
        "container_title": "Advances in Neural Information Processing Systems (NeuRIPS)",
        "locator": "34656–34685",
        "page": "34656–34685",
        "notes": ("OpenReview",),
        "owner_positions": (3,),
        "links": (link("https://github.com/lkopf/cosy"),),
    },
    174: {
        **_CONFERENCE,
        "author": _names(
            "Mekala R_R; Pahde F; Baur S; Chandrashekar S; Diep M; Wenzel M_A; Wisotzky E_L; Yolcu G_Ü; Lapuschkin S; Ma J; Eisert P; Lindvall M; Porter A; Samek W"
        ),
        "issued": Date(2024),
        "title": "Synthetic Generation of Dermatoscopic Images with GAN and Closed-Form Factorization",
        "container_title": "ECCV 2024 Workshop on Synthetic Data for Computer Vision (SyntheticData4CV)",
        "locator": "15642:368–384",
        "volume": "15642",
        "page": "368–384",
        "notes": ("Green Open Access",),
        "owner_positions": (8,),
    },
    182: {
        **_CONFERENCE,
        "author": _names("Dreyer M; Pürelku E; Vielhaben J; Samek W; Lapuschkin S"),
        "issued": Date(2024),
        "title": "PURE: Turning Polysemantic Neurons Into Pure Features by Identifying Relevant Circuits",
        "container_title": "Proceedings of the IEEE/CVF Conference on Computer Vision and Pattern Recognition (CVPR) Workshops",
        "locator": "8212–8217",
        "page": "8212–8217",
        "notes": ("Spotlight Paper",),
        "owner_positions": (4,),
        "links": (link("https://github.com/maxdreyer/PURE"),),
    },
    186: {
        **_CONFERENCE,
        "author": _names("Dreyer M; Achitibat R; Samek W; Lapuschkin S"),
        "issued": Date(2024),
        "title": "Understanding the (Extra-)Ordinary: Validating Deep Model Decisions with Prototypical Concept-based Explanations",
        "container_title": "Proceedings of the IEEE/CVF Conference on Computer Vision and Pattern Recognition (CVPR) Workshops",
        "locator": "3491–3501",
        "page": "3491–3501",
        "owner_positions": (3,),
        "links": (link("https://github.com/maxdreyer/pcx"),),
    },
    201: {
        **_CONFERENCE,
        "author": _names("Hedström A; Weber L; Lapuschkin S; Höhne M_M-C"),
        "issued": Date(2023),
        "title": "Sanity Checks Revisited: An Exploration to Repair the Model Parameter Randomisation Test",
        "container_title": "NeurIPS 2023 Workshop on XAI (XAI in Action: Past, Present, and Future Applications)",
        "openreview_id": "vVpefYmnsG",
        "owner_positions": (2,),
    },
    221: {
        **_CONFERENCE,
        "author": _names(
            "Krakowczyk D_G; Reich D_R; Prasse P; Lapuschkin S; Jäger L_A; Scheffer T"
        ),
        "issued": Date(2022),
        "title": "Selection of XAI Methods Matters: Evaluation of Feature Attribution Methods for Oculomotoric Biometric Identification",
        "container_title": "NeurIPS 2022 Workshop on Gaze Meets ML",
        "openreview_id": "GOLdDAP2AtI",
        "owner_positions": (3,),
    },
    227: {
        **_CONFERENCE,
        "author": _names(
            "Ede S; Baghaddadian S; Weber L; Nguyen A; Zanca D; Samek W; Lapuschkin S"
        ),
        "issued": Date(2022),
        "title": "Explain to Not Forget: Defending Against Catastrophic Forgetting with XAI",
        "container_title": "Proceedings of the International Cross-Domain Conference for Machine Learning and Knowledge Extraction (CD-MAKE)",
        "locator": "1–18",
        "page": "1–18",
        "notes": ("Gold Open Access link",),
        "owner_positions": (6,),
    },
    240: {
        **_CONFERENCE,
        "author": _names("Sun J; Lapuschkin S; Samek W; Binder A"),
        "issued": Date(2020),
        "title": "Understanding Image Captioning Models beyond Visualizing Attention",
        "container_title": "XXAI: Extending Explainable AI Beyond Deep Models and Classifiers. ICML Workshop",
        "owner_positions": (1,),
    },
    252: {
        **_CONFERENCE,
        "author": _names("Lapuschkin S; Binder A; Müller K-R; Samek W"),
        "issued": Date(2017),
        "title": "Understanding and Comparing Deep Neural Networks for Age and Gender Classification",
        "container_title": "Proceedings of the ICCV’17 Workshop on Analysis and Modeling of Faces and Gestures (AMFG)",
        "locator": "2017:1629-1638",
        "volume": "2017",
        "page": "1629-1638",
        "owner_positions": (0,),
    },
    261: {
        **_CONFERENCE,
        "author": _names("Binder A; Samek W; Montavon G; Bach S; Müller K-R"),
        "issued": Date(2016),
        "title": "Analyzing and Validating Neural Network Predictions",
        "container_title": "Proceedings of the ICML’16 Workshop on Visualization for Deep Learning",
        "notes": ("Best Paper Award Winner",),
        "owner_positions": (3,),
    },
    270: {
        **_CONFERENCE,
        "author": _names("Samek W; Montavon G; Binder A; Lapuschkin S; Müller K-R"),
        "issued": Date(2016),
        "title": "Interpreting the Predictions of Complex ML Models by Layer-wise Relevance Propagation",
        "container_title": "Proceedings of the Interpretable ML for Complex Systems NIPS’16 Workshop",
        "owner_positions": (3,),
    },
    276: {
        **_BOOK,
        "editor": _names("Longo L; Lapuschkin S; Seifert C"),
        "issued": Date(2024),
        "title": "Explainable Artificial Intelligence (Second World Conference, xAI 2024, Valletta, Malta, July 17–19, 2024, Proceedings, Part I-IV)",
        "publisher": "Springer",
        "publisher_place": "Cham",
        "isbn": (
            "978-3-031-63787-2",
            "978-3-031-63797-1",
            "978-3-031-63800-8",
            "978-3-031-63803-9",
        ),
        "owner_positions": (1,),
    },
    283: {
        **_CHAPTER,
        "author": _names("Becking D; Dreyer M; Samek W; Müller K; Lapuschkin S"),
        "issued": Date(2022),
        "title": "ECQx: Explainability-Driven Quantization for Low-Bit and Sparse DNNs",
        "container_title": "xxAI – Beyond Explainable AI",
        "locator": "271-296",
        "page": "271-296",
        "publisher": "Springer",
        "publisher_place": "Cham",
        "owner_positions": (4,),
    },
    289: {
        **_CHAPTER,
        "author": _names("Binder A; Bach S; Montavon G; Müller K-R; Samek W"),
        "issued": Date(2016),
        "title": "Layer-wise Relevance Propagation for Deep Neural Network Architectures",
        "container_title": "Information Science and Applications (ICISA) 2016. Lecture Notes in Electrical Engineering",
        "locator": "276:913-922",
        "volume": "276",
        "page": "913-922",
        "publisher": "Springer",
        "publisher_place": "Singapore",
        "owner_positions": (1,),
    },
    293: {
        **_CHAPTER,
        "author": _names("Binder A; Montavon G; Lapuschkin S; Müller K-R; Samek W"),
        "issued": Date(2016),
        "title": "Layer-wise Relevance Propagation for Neural Networks with Local Renormalization Layers",
        "container_title": "Lecture Notes in Computer Science",
        "locator": "9887:63-71",
        "volume": "9887",
        "page": "63-71",
        "publisher": "Springer",
        "publisher_place": "Berlin/Heidelberg",
        "owner_positions": (2,),
    },
    299: {
        **_PREPRINT,
        "author": _names("Sandmann E; Lapuschkin S; Samek W"),
        "issued": Date(2025),
        "title": "Iterative Inference in a Chess-Playing Neural Network",
        "container_title": "CoRR",
        "arxiv_id": "2508.21380",
        "owner_positions": (1,),
        "links": (link("https://github.com/hartigel/leela-logit-lens"),),
    },
    321: {
        **_PREPRINT,
        "author": _names("Kahardipraja P; Achibat R; Wiegand T; Samek W; Lapuschkin S"),
        "issued": Date(2025),
        "title": "The Atlas of In-Context Learning: How Attention Heads Shape In-Context Retrieval Augmentation",
        "container_title": "CoRR",
        "arxiv_id": "2505.15807",
        "notes": ("Accepted for publication at NeurIPS 2025",),
        "owner_positions": (4,),
        "links": (link("https://github.com/pkhdipraja/in-context-atlas"),),
    },
    344: {
        **_PREPRINT,
        "author": _names("Anders C_J; Neumann D; Samek W; Müller K-R; Lapuschkin S"),
        "issued": Date(2021),
        "title": "Software for Dataset-wide XAI: From Local Explanations to Global Insights with Zennit, CoRelAy, and ViRelAy",
        "container_title": "CoRR",
        "arxiv_id": "2106.13200",
        "owner_positions": (4,),
        "links": (
            link("https://github.com/chr5tphr/zennit"),
            link("https://github.com/virelay/corelay"),
            link("https://github.com/virelay/virelay"),
        ),
    },
    347: {
        **_PREPRINT,
        "author": _names("Schwenk G; Bach S"),
        "issued": Date(2014),
        "title": "Detecting Behavioural and Structural Anomalies in Media-Cloud Applications",
        "container_title": "CoRR",
        "arxiv_id": "1409.8035",
        "owner_positions": (1,),
    },
}


def test_every_entry_is_read_at_its_line(document: Document) -> None:
    assert tuple(record.line for record in document.records) == _LINES


def test_the_section_decides_the_type(document: Document) -> None:
    assert Counter(record.type for record in document.records) == {
        "article-journal": 32,
        "paper-conference": 44,
        "book": 1,
        "chapter": 4,
        "article": 14,
    }


def test_the_document_has_no_problems(document: Document) -> None:
    assert document.problems == ()


def test_the_owner_is_the_most_frequent_bold_name(document: Document) -> None:
    assert document.owner == "Lapuschkin S"
    assert all(len(record.owner_positions) == 1 for record in document.records)


def test_the_head_of_the_page_gives_eight_figures(document: Document) -> None:
    figures = {
        "Publications": (95, 75),
        "Citations": (20413, 18223),
        "h-index": (37, 36),
        "i10-index": (62, 61),
    }
    assert document.statistics == tuple(
        Statistic(name, value, scope, Date(2025, 9, 20), "Google Scholar")
        for name, values in figures.items()
        for scope, value in zip(("All", "Since 2020"), values, strict=True)
    )


def test_no_field_keeps_a_mark(document: Document) -> None:
    for record in document.records:
        for text in (record.title, record.container_title, record.locator, *record.notes):
            assert not set(text) & set('*_<>\\“”"')
        assert all("\\" not in each.url for each in record.links)


@pytest.mark.parametrize("line", _ENTRIES)
def test_an_irregular_entry_is_read_whole(document: Document, line: int) -> None:
    record = next(record for record in document.records if record.line == line)
    assert record == Record(line=line, **_ENTRIES[line])


def test_the_reader_recognises_the_list() -> None:
    assert READER.sniff(_text("000")) > 0.9


@pytest.mark.parametrize("number", ["001", "002", "003"])
def test_the_reader_leaves_feed_pages_to_others(number: str) -> None:
    assert READER.sniff(_text(number)) < 0.1
