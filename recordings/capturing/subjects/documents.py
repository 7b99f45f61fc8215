"""Documents, citations and search results."""

from capturing.model import ACCOUNT, Call, Recording, ask, said, user

_NOVA_PRO = "amazon.nova-pro-v1:0"
_SONNET = "us.anthropic.claude-sonnet-4-6"

_CSV = b"river,km\nPo,652\nAdige,410\nTiber,405\n"
_PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n%%EOF\n"
_FIRST = "The Po is 652 kilometres long. It rises on Monviso."


def _document(kind: str | None, name: str, source: dict, **more) -> dict:
    return {"document": {**({"format": kind} if kind else {}), "name": name, "source": source, **more}}


def _cited(words: str, *citations: dict) -> dict:
    return {"citationsContent": {"content": [{"text": words}], "citations": list(citations)}}


def _citation(title: str, quoted: str, location: dict, **more) -> dict:
    return {"title": title, "sourceContent": [{"text": quoted}], "location": location, **more}


def _search_result(title: str, *words: str, **more) -> dict:
    content = [{"text": word} for word in words]
    address = f"https://example.com/{title.lower().replace(' ', '-')}"
    return {"searchResult": {"source": address, "title": title, "content": content, **more}}


def recordings() -> list[Recording]:
    return [
        Recording(
            "documents", "documents as bytes, text, content blocks and in S3, every format, with context", _documents()
        ),
        Recording("document-citations", "citations of places in documents: characters, pages, chunks", _citations()),
        Recording("search-results", "search results as content, citations of them and of web pages", _search_results()),
    ]


def _documents() -> list[Call]:
    stored = [
        _document(kind, f"Annual report {kind}", {"s3Location": {"uri": f"s3://example-documents/report.{kind}"}})
        for kind in ["doc", "docx", "xls", "xlsx"]
    ]
    return [
        Call(
            _NOVA_PRO,
            [said("The Po, with 652 km.", tokens=(61, 10))],
            ask("Which is the longest?", _document("csv", "Rivers", {"bytes": _CSV})),
        ),
        Call(
            _NOVA_PRO,
            [said("The first has no pages; the second is one sentence.", tokens=(120, 14))],
            ask(
                "What is in these?",
                _document("pdf", "Empty", {"bytes": _PDF}, context="A scan that went wrong."),
                _document("txt", "Note", {"text": _FIRST}),
                _document("md", "Readme", {"text": "# Rivers\n\n| name | km |\n| --- | --- |\n| Po | 652 |\n"}),
                _document("html", "Page", {"content": [{"text": "<p>Po</p>"}, {"text": "<p>Adige</p>"}]}),
            ),
        ),
        Call(
            _NOVA_PRO,
            [said("All four say the same.", tokens=(9180, 7))],
            ask(
                "Do these agree?",
                *stored,
                _document(
                    "pdf",
                    "Reviewed",
                    {"s3Location": {"uri": "s3://example-documents/final.pdf", "bucketOwner": ACCOUNT}},
                ),
            ),
        ),
    ]


def _citations() -> list[Call]:
    on = {"enabled": True}
    asked = user(
        _document(None, "Po", {"text": _FIRST}, citations=on),
        _document("pdf", "Atlas", {"bytes": _PDF}, citations=on, context="Second edition"),
        _document(None, "Notes", {"content": [{"text": "Po: 652"}, {"text": "Adige: 410"}]}, citations=on),
        _document("txt", "Not to be cited", {"text": "Tiber: 405"}, citations={"enabled": False}),
        "How long is the Po, and where does it rise?",
    )
    cited = [
        _cited(
            "The Po is 652 kilometres long",
            _citation(
                "Po", "The Po is 652 kilometres long.", {"documentChar": {"documentIndex": 0, "start": 0, "end": 30}}
            ),
            _citation("Notes", "Po: 652", {"documentChunk": {"documentIndex": 2, "start": 0, "end": 1}}),
        ),
        {"text": ". "},
        _cited(
            "It rises on Monviso.",
            _citation(
                "Atlas",
                "Source: Monviso, 2,020 m",
                {"documentPage": {"documentIndex": 1, "start": 3, "end": 4}},
                source="Atlas",
            ),
        ),
    ]
    again = user("Thank you. Who measured it?")
    return [
        Call(_SONNET, [said(*cited, tokens=(812, 55))], {"messages": [asked]}),
        Call(
            _SONNET,
            [said("The documents do not say.", tokens=(884, 8))],
            {"messages": [asked, {"role": "assistant", "content": cited}, again]},
        ),
    ]


def _search_results() -> list[Call]:
    at = {"searchResultIndex": 0, "start": 0, "end": 1}
    web = {"url": "https://example.com/po-valley", "domain": "example.com"}
    return [
        Call(
            _SONNET,
            [
                said(
                    _cited(
                        "The Po valley holds about 17 million people.",
                        _citation(
                            "Po valley", "about 17 million people", {"searchResultLocation": at}, source=web["url"]
                        ),
                    ),
                    tokens=(390, 34),
                )
            ],
            ask(
                _search_result(
                    "Po valley", "It holds about 17 million people.", "It is flat.", citations={"enabled": True}
                ),
                _search_result("Adige", "The second longest river of Italy."),
                "How many people live in the Po valley?",
            ),
        ),
        Call(
            "us.amazon.nova-premier-v1:0",
            [
                said(
                    {"text": "It rained in the valley today."},
                    _cited("", {"location": {"web": web}}, {"location": {"web": {"url": "https://example.org"}}}),
                    tokens=(640, 28),
                )
            ],
            {
                **ask("Did it rain in the Po valley today?"),
                "toolConfig": {"tools": [{"systemTool": {"name": "nova_grounding"}}]},
            },
        ),
    ]
