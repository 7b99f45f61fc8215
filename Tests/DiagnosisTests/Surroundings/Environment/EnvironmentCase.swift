import Codes
import Diagnosis
import Testing

/// An environment and the codes that must come of it, in order.
struct EnvironmentCase: Sendable, CustomTestStringConvertible {
    let name: String
    let variables: [String: String]
    let codes: [FindingCode]

    init(_ name: String, _ variables: [String: String], _ codes: [FindingCode]) {
        self.name = name
        self.variables = variables
        self.codes = codes
    }

    var testDescription: String { name }

    /// 2026-11-22T10:00:00Z.
    static let now: Int64 = 1_795_341_600

    /// A key pair of the right form that no documentation has.
    static let accessKeyID = "AKIAQ3EGRZTL5XWN7YVB"
    static let temporaryKeyID = "ASIAQ3EGRZTL5XWN7YVB"
    static let secret = "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"
    static let token = String(repeating: "IQoJb3JpZ2luX2VjEHo/aCXVzLWVhc3QtMSJH", count: 12)

    static let pair = ["AWS_ACCESS_KEY_ID": accessKeyID, "AWS_SECRET_ACCESS_KEY": secret]
    static let session = [
        "AWS_ACCESS_KEY_ID": temporaryKeyID, "AWS_SECRET_ACCESS_KEY": secret, "AWS_SESSION_TOKEN": token,
    ]
    static let region = ["AWS_REGION": "us-east-1"]

    /// `base` with changes.
    static func with(_ changes: [String: String], _ base: [String: String] = pair.adding(region)) -> [String: String] {
        base.adding(changes)
    }

    static func facts(_ variables: [String: String]) -> EnvironmentFacts {
        EnvironmentFacts(variables: variables, now: now)
    }
}

extension [String: String] {
    func adding(_ other: [String: String]) -> [String: String] {
        merging(other) { _, new in new }
    }
}
