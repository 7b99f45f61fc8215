import Codes
import JSONText
import Report

/// Judges the form of the access key id, and whether it goes with a session token.
enum KeyIDShape {
    static func findings(_ id: String, hasToken: Bool, _ severity: Status, fresh: [Remedy]) -> [Finding] {
        switch AccessKeyID.kind(of: id) {
        case .other(let what):
            return [wrongKind(id, what, severity)]
        case .temporary:
            return oddness(id) + (hasToken ? [] : [tokenMissing(id, severity, fresh)])
        case .longLived:
            return oddness(id) + (hasToken ? [tokenUnexpected(id, severity)] : [])
        case .unknown:
            return oddness(id)
        }
    }

    private static func tokenMissing(_ id: String, _ status: Status, _ fresh: [Remedy]) -> Finding {
        Finding(
            code: .credentialsTokenMissing, check: CredentialsCheck.check, status: status,
            title: "The key is temporary (ASIA...), but AWS_SESSION_TOKEN is not set",
            detail:
                "STS issues three values that belong together. Without the token AWS answers that the security token in the request is invalid.",
            evidence: [
                CredentialVariables.accessKeyID: VariableView.accessKeyID(id),
                CredentialVariables.sessionToken: "not set",
            ],
            where: .client, confidence: .certain,
            remedies: [
                Remedy("Set the token that came with the key", command: VariableView.ask("AWS_SESSION_TOKEN"))
            ] + fresh)
    }

    private static func tokenUnexpected(_ id: String, _ status: Status) -> Finding {
        Finding(
            code: .credentialsTokenUnexpected, check: CredentialsCheck.check, status: status,
            title: "The key is long-lived (AKIA...), but AWS_SESSION_TOKEN is set",
            detail:
                "A token belongs to the temporary key it came with. One left over from another session makes AWS refuse a key that is good.",
            evidence: [
                CredentialVariables.accessKeyID: VariableView.accessKeyID(id), CredentialVariables.sessionToken: "set",
            ],
            where: .client, confidence: .certain,
            remedies: [Remedy("Unset the stray token", command: "unset AWS_SESSION_TOKEN")])
    }

    /// The AWS CLI would sign with the very pair that is wrong, so it must look elsewhere.
    private static let listing =
        "env -u AWS_ACCESS_KEY_ID -u AWS_SECRET_ACCESS_KEY -u AWS_SESSION_TOKEN aws iam list-access-keys"

    private static func wrongKind(_ id: String, _ what: String, _ status: Status) -> Finding {
        Finding(
            code: .credentialsKeyIDKind, check: CredentialsCheck.check, status: status,
            title: "AWS_ACCESS_KEY_ID holds \(what), not an access key id",
            detail:
                "An access key id begins with AKIA (long-lived) or ASIA (temporary); this one begins with \(id.prefix(4)).",
            evidence: [CredentialVariables.accessKeyID: VariableView.accessKeyID(id)],
            where: .client, confidence: .certain,
            remedies: [
                Remedy("Look up the ids of your access keys", command: listing),
                Remedy("Then set it", command: VariableView.ask("AWS_ACCESS_KEY_ID")),
            ])
    }

    private static func oddness(_ id: String) -> [Finding] {
        guard let reason = reason(id) else { return [] }
        if AccessKeyID.isUnmistakable(String(id.trimmed(of: Self.strays))) { return [stray(id)] }
        return [
            Finding(
                code: .credentialsKeyIDOdd, check: CredentialsCheck.check, status: .warn,
                title: "AWS_ACCESS_KEY_ID does not look like an access key id",
                detail: "\(reason) AWS issues 20 capital letters and digits that begin with AKIA or ASIA.",
                evidence: [CredentialVariables.accessKeyID: VariableView.secret(id)],
                where: .client, confidence: .likely,
                remedies: [Remedy("Compare it with the ids of your keys", command: listing)])
        ]
    }

    /// What lists, sentences and JSON put around a value.
    private static let strays = ",;:.'\"`()[]{}<>"

    /// A whole key id with a character beside it that came along when it was copied.
    private static func stray(_ id: String) -> Finding {
        Finding(
            code: .credentialsKeyIDOdd, check: CredentialsCheck.check, status: .fail,
            title: "AWS_ACCESS_KEY_ID has a stray character beside the key id",
            detail: "Without it the value is an access key id; with it AWS knows no such key.",
            evidence: [CredentialVariables.accessKeyID: VariableView.secret(id)],
            where: .client, confidence: .certain,
            remedies: [
                Remedy(
                    "Remove it",
                    command: "export AWS_ACCESS_KEY_ID=\"$(printf %s \"$AWS_ACCESS_KEY_ID\" | tr -cd 'A-Z0-9')\"")
            ])
    }

    private static func reason(_ id: String) -> String? {
        if AccessKeyID.isUnmistakable(id) { return nil }
        if AccessKeyID.isUnmistakable(id.uppercased()) { return "It is in lower case." }
        if !id.utf8.allSatisfy({ $0 < 0x80 }) || !AccessKeyID.hasUsualShape(id), id.utf8.count >= 16 {
            return "It holds characters other than capital letters and digits."
        }
        if id.utf8.count != AccessKeyID.usualLength { return "It has \(id.unicodeScalars.count) characters." }
        return "It does not begin with any of IAM's prefixes."
    }
}
