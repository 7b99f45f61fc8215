import Codes
import JSONText
import Report
import WireText

/// Judges the form of the session token.
///
/// AWS promises nothing about it, so only gross oddness counts.
enum TokenShape {
    /// STS's tokens have several hundred characters; none this short has been seen.
    private static let shortest = 100

    static func findings(_ token: String, accessKeyID: String?, secret: String?, fresh: [Remedy]) -> [Finding] {
        if token == secret || token == accessKeyID {
            let twin =
                token == secret ? CredentialVariables.secretAccessKey : CredentialVariables.accessKeyID
            return [duplicate(token, twin)]
        }
        if let encoded = PercentEncodedSecret.finding(token, in: CredentialVariables.sessionToken) { return [encoded] }
        guard let reason = oddity(token) else { return [] }
        return [
            Finding(
                code: .credentialsTokenOdd, check: CredentialsCheck.check, status: .warn,
                title: "AWS_SESSION_TOKEN looks cut or changed",
                detail: "\(reason) A token that is not whole is refused as invalid.",
                evidence: [CredentialVariables.sessionToken: VariableView.secret(token)],
                where: .client, confidence: .possible,
                remedies: fresh)
        ]
    }

    private static func oddity(_ token: String) -> String? {
        let count = token.utf8.count
        if count < shortest { return "It has \(count) characters, and STS's tokens have several hundred." }
        let isBase64 = token.utf8.allSatisfy { $0.isLetter || $0.isDigit || "+/=-_".utf8.contains($0) }
        if !isBase64 {
            // White space and the like have findings of their own.
            return ValueFlaw(of: token) == nil ? "It holds characters that base64 does not have." : nil
        }
        if count % 4 == 1 { return "Base64 cannot have a length of \(count)." }
        return nil
    }

    private static func duplicate(_ token: String, _ twin: String) -> Finding {
        Finding(
            code: .credentialsTokenDuplicate, check: CredentialsCheck.check, status: .fail,
            title: "AWS_SESSION_TOKEN has the same value as \(twin)",
            detail: "The token is a value of its own, several hundred characters long; long-lived keys have none.",
            evidence: [CredentialVariables.sessionToken: VariableView.secret(token)],
            where: .client, confidence: .certain,
            remedies: [
                Remedy("If the key begins with AKIA, unset the token", command: "unset AWS_SESSION_TOKEN"),
                Remedy("Else set the token that came with it", command: VariableView.ask("AWS_SESSION_TOKEN")),
            ])
    }
}
