import Diagnosis
import JSONText
import Report

/// What `doctor models` would ask, for programs that deal it out (`--plan`).
struct ProbeListing {
    let subjects: [ProbeSubject]
    let kind: ProbeRequest.Kind
    let part: PlanPart
    /// The accounts, where there are several: a role is assumed with a request of its own.
    var targets: AccountTargets?

    /// The plan as JSON.
    var text: String { json.text(.pretty(indent: 2)) + "\n" }

    /// The plan, or the part of it, sorted as it is dealt out: by model, region, account.
    private var json: JSONValue {
        let plan = part.plan(subjects.map(\.planKey))
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
        members["requests"] = Self.number(chosen.count * requests + roles(of: chosen))
        members["tokens"] = Self.number(chosen.count * tokens)
        members["cells"] = .array(
            chosen.map { key in
                var cell: JSONObject = ["model": .string(key[0]), "region": .string(key[1])]
                if key.count > 2 { cell["account"] = .string(key[2]) }
                cell["requests"] = Self.number(requests)
                cell["tokens"] = Self.number(tokens)
                return .object(cell)
            })
        return .object(members)
    }

    private func roles(of keys: [[String]]) -> Int {
        targets?.roleCount(of: keys.map { $0.count > 2 ? $0[2] : nil }) ?? 0
    }

    private static func number(_ value: Int) -> JSONValue { .number(JSONNumber(value)) }
}

extension ProbeSubject {
    /// What names the cell in a plan, which is sorted by it: model, region, and the account where there are several.
    var planKey: [String] { unasked.planKey }
}
