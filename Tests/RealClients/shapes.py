"""Compares a JSON answer with the output shape of botocore's service model."""

import re

import botocore.loaders
import botocore.model

# Real answers have them, the model does not: a kind of inference, and names beyond twenty letters.
BEYOND_THE_MODEL = {"InferenceType": {"INFERENCE_PROFILE"}}
LONGER_THAN_THE_MODEL = {"BrandedName"}


def output(service, operation):
    model = botocore.loaders.Loader().load_service_model(service, "service-2")
    return botocore.model.ServiceModel(model).operation_model(operation).output_shape


def faults(value, shape, path="$"):
    """What a value has that its shape does not allow, and what it lacks; one line each."""
    kind = shape.type_name
    if kind == "structure":
        if not isinstance(value, dict):
            return [f"{path} is no object"]
        found = [f"{path}.{name} is missing" for name in shape.required_members if name not in value]
        found += [f"{path}.{name} is unknown" for name in value if name not in shape.members]
        for name, member in shape.members.items():
            if name in value:
                found += faults(value[name], member, f"{path}.{name}")
        return found
    if kind == "list":
        if not isinstance(value, list):
            return [f"{path} is no array"]
        return [line for index, each in enumerate(value) for line in faults(each, shape.member, f"{path}[{index}]")]
    if kind in ("integer", "long", "float", "double"):
        return [] if isinstance(value, (int, float)) and not isinstance(value, bool) else [f"{path} is no number"]
    if kind == "boolean":
        return [] if isinstance(value, bool) else [f"{path} is no Boolean"]
    if kind == "timestamp":
        is_time = isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", value)
        return [] if is_time else [f"{path} is no time"]
    if kind == "string":
        if not isinstance(value, str):
            return [f"{path} is no string"]
        allowed = set(shape.enum) | BEYOND_THE_MODEL.get(shape.name, set())
        if shape.enum and value not in allowed:
            return [f"{path} is {value!r}, which is none of {sorted(allowed)}"]
        if shape.name not in LONGER_THAN_THE_MODEL and len(value) > shape.metadata.get("max", len(value)):
            return [f"{path} is too long"]
    return []
