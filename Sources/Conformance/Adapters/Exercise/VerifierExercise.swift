package import JSONText
import Report
import SigV4

/// A verification vector given to somebody else's verifier.
package struct VerifierExercise: AdapterExercise {
    let vector: VerificationCase

    package init(_ vector: VerificationCase) { self.vector = vector }

    package var id: String { vector.id }
    package var needs: [String] { [] }

    package func begin() -> JSONObject {
        [
            "id": .string(id), "request": vector.request.json,
            "credentials": AdapterCredentials(accessKeyID: vector.accessKeyID, stored: vector.credential).json,
            "region": .string(vector.policy.regions?.sorted().first ?? ""), "service": .string(vector.policy.service),
            "now": .string(vector.now.amzDate),
        ]
    }

    package func judge(_ answer: JSONCursor, of adapter: AdapterHello) throws(JSONShapeError) -> CaseJudgement {
        try answer.requireOnly(names: ["id", "verdict", "reason"])
        let isAccepted = try answer.member("verdict").string(oneOf: ["accepted", "refused"]) == "accepted"
        let reason = try answer.optionalMember("reason")?.string()
        switch vector.expected {
        case .accepted where isAccepted, .refused where !isAccepted: return CaseJudgement(.pass)
        case .accepted:
            return fault("expected the request to be accepted, and it is refused\(reason.map { ": \($0)" } ?? "")")
        case .refused(let refusal, _):
            return fault("expected the request to be refused (\(refusal)), and it is accepted")
        }
    }

    private func fault(_ message: String) -> CaseJudgement {
        CaseJudgement(CaseFault("verdict", message, comment: vector.comment))
    }
}
