"""WireMock and Hoverfly, which stand between a client and a service."""

import base64
import json

from .call import Call, exact_json


def wiremock(calls: list[Call], name: str) -> dict[str, bytes]:
    """All mappings in one file; identical requests are told apart by the states of a scenario."""

    def body(call: Call, number: int) -> dict:
        if call.response.text is None:
            return {"base64Body": base64.b64encode(call.response.body).decode()}
        return {"body": call.response.text} if call.response.body else {}

    mappings = [_mapping(calls, number, body) for number in range(len(calls))]
    for name_of_scenario in {mapping["scenarioName"] for mapping in mappings if "scenarioName" in mapping}:
        places = [place for place, mapping in enumerate(mappings) if mapping.get("scenarioName") == name_of_scenario]
        # The states order them, not the file.
        for place, mapping in zip(places, [mappings[place] for place in reversed(places)]):
            mappings[place] = mapping
    document = {"mappings": mappings, "meta": {"total": len(mappings)}}
    return {f"mappings/{name}.json": (json.dumps(document, indent=2, ensure_ascii=False) + "\n").encode()}


def wiremock_files(calls: list[Call], name: str) -> dict[str, bytes]:
    """A mapping a file, its answer in another; JSON is part of the mapping in both directions."""
    files = {}
    for number, call in enumerate(calls):
        answer = f"body-{name}-{number}.{'json' if call.response.text is not None else 'bin'}"

        def body(call: Call, _: int) -> dict:
            return {"bodyFileName": answer} if call.response.body else {}

        mapping = _mapping(calls, number, body, as_json=True)
        files[f"mappings/{name}-{number}.json"] = (exact_json.fitted(mapping) + "\n").encode()
        if call.response.body:
            files[f"__files/{answer}"] = call.response.body
    return files


def _mapping(calls: list[Call], number: int, body, as_json: bool = False) -> dict:
    call = calls[number]
    json_body = exact_json.read(call.request.text) if as_json else call.request.text
    mapping = {
        "id": f"00000000-0000-4000-8000-{number:012x}",
        "name": "model",
        "request": {
            "url": call.target, "method": call.method,
            "headers": {key: {"equalTo": value} for key, value in call.request.headers},
            "bodyPatterns": [{"equalToJson": json_body, "ignoreArrayOrder": True, "ignoreExtraElements": True}],
        },
        "response": {"status": call.status, **body(call, number), "headers": dict(call.response.headers)},
        "persistent": True,
    }
    same = [place for place, other in enumerate(calls) if (other.target, other.request) == (call.target, call.request)]
    if len(same) > 1:
        place = same.index(number)
        state = "Started" if place == 0 else f"scenario-1-{place + 1}"
        mapping |= {"scenarioName": f"scenario-{same[0]}", "requiredScenarioState": state}
        if place + 1 < len(same):
            mapping["newScenarioState"] = f"scenario-1-{place + 2}"
    return mapping


def hoverfly(calls: list[Call], name: str) -> dict[str, bytes]:
    """A capture: every matcher names one value."""

    def exactly(value: str, matcher: str = "exact") -> list[dict]:
        return [{"matcher": matcher, "value": value}]

    pairs = []
    for call in calls:
        text = call.response.text
        path, _, query = call.target.partition("?")
        request = {
            "path": exactly(path), "method": exactly(call.method), "destination": exactly(call.host),
            "scheme": exactly("https"), "body": exactly(call.request.text, "json"),
            "headers": {key: exactly(value) for key, value in call.request.headers},
        }
        if query:
            fields = [field.partition("=") for field in query.split("&")]
            request["query"] = {key: exactly(value) for key, _, value in fields}
        response = {
            "status": call.status,
            "body": text if text is not None else base64.b64encode(call.response.body).decode(),
            "encodedBody": text is None, "headers": call.response.lists(), "templated": False,
        }
        pairs.append({"request": request, "response": response})
    simulation = {
        "data": {"pairs": pairs, "globalActions": {"delays": [], "delaysLogNormal": []}},
        "meta": {
            "schemaVersion": "v5.2", "hoverflyVersion": "v1.10.5", "timeExported": "2026-11-20T09:00:00+00:00",
        },
    }
    return {f"{name}.json": json.dumps(simulation, indent="\t", ensure_ascii=False).encode()}
