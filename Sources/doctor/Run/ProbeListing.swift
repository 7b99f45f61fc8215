import Diagnosis
import JSONText
import Report

/// What `doctor models` would ask, for programs that deal it out (`--plan`).
struct ProbeListing {
    let subjects: [ProbeSubject]
    let kind: ProbeRequest.Kind
    let part: PlanPart

    /// The plan as JSON.
    var text: String { json.text(.pretty(indent: 2)) + "\n" }

    /// The plan, or the part of it, sorted as it is dealt out: by model, then region.
    private var json: JSONValue {
        let plan = ShardPlan(keys: subjects.map { [$0.model, $0.region] }, terms: part.terms)
        let places = part.position.map(plan.places) ?? Array(subjects.indices)
        let chosen = places.map { plan.keys[$0] }.sorted { $0.lexicographicallyPrecedes($1) }
        let requests = ProbePlan.requestLimit(of: kind)
        let tokens = ProbeRequest.tokenLimit(of: kind)
        var members: JSONObject = [
            "schema": "bedrock-doctor.plan/1",
            "tool": .object(["name": "doctor", "version": .string(ToolVersion.current)]),
            "command": "models", "probe": .string(kind.rawValue), "plan": .string(plan.hash),
            "count": Self.number(plan.keys.count),
        ]
        if let position = part.position {
            members["shard"] = .object([
                "index": Self.number(position.index), "total": Self.number(position.total),
            ])
        }
        members["requests"] = Self.number(chosen.count * requests)
        members["tokens"] = Self.number(chosen.count * tokens)
        members["cells"] = .array(
            chosen.map { key in
                .object([
                    "model": .string(key[0]), "region": .string(key[1]), "requests": Self.number(requests),
                    "tokens": Self.number(tokens),
                ])
            })
        return .object(members)
    }

    private static func number(_ value: Int) -> JSONValue { .number(JSONNumber(value)) }
}
