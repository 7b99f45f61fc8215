import Codes
import JSONText
import Report

/// Judges the form of the secret access key.
enum SecretShape {
    static func findings(_ secret: String) -> [Finding] {
        if SecretAccessKeyShape.hasUsualShape(secret) { return [] }
        if AccessKeyID.isUnmistakable(secret) { return [isKeyID(secret)] }
        if let encoded = PercentEncodedSecret.finding(secret, in: CredentialVariables.secretAccessKey) {
            return [encoded]
        }
        // White space and characters beyond ASCII have findings of their own.
        if secret.unicodeScalars.contains(where: { $0.properties.isWhitespace || !$0.isASCII || $0.value < 0x20 }) {
            return []
        }
        var findings: [Finding] = []
        if secret.utf8.count != SecretAccessKeyShape.usualLength { findings.append(oddLength(secret)) }
        if !SecretAccessKeyShape.hasUsualAlphabet(secret) { findings.append(oddAlphabet(secret)) }
        return findings
    }

    private static func finding(
        _ code: FindingCode, _ status: Status, _ confidence: Confidence, _ title: String, _ detail: String,
        _ secret: String,
        _ remedy: Remedy
    ) -> Finding {
        Finding(
            code: code, check: CredentialsCheck.check, status: status, title: title, detail: detail,
            evidence: [CredentialVariables.secretAccessKey: VariableView.secret(secret)],
            where: .client, confidence: confidence, remedies: [remedy])
    }

    private static func isKeyID(_ secret: String) -> Finding {
        finding(
            .credentialsSecretIsKeyID, .fail, .certain, "AWS_SECRET_ACCESS_KEY holds an access key id",
            "The secret is the other value of the pair: 40 characters, shown once, when the key was made.", secret,
            Remedy("Set the secret; it is read without echo", command: VariableView.ask("AWS_SECRET_ACCESS_KEY")))
    }

    private static func oddLength(_ secret: String) -> Finding {
        let count = secret.unicodeScalars.count
        return finding(
            .credentialsSecretOddLength, .warn, .likely,
            "AWS_SECRET_ACCESS_KEY has \(count) characters; AWS issues 40",
            count < 40
                ? "Something may have been cut off when it was copied." : "Something may have been copied along.",
            secret, Remedy("Copy it again", command: VariableView.ask("AWS_SECRET_ACCESS_KEY")))
    }

    private static func oddAlphabet(_ secret: String) -> Finding {
        finding(
            .credentialsSecretOddAlphabet, .warn, .likely,
            "AWS_SECRET_ACCESS_KEY holds characters that AWS's secrets do not have",
            "A secret consists of letters, digits, / and +. A shell may have expanded a $ or a backslash, or the value is not a secret key.",
            secret, Remedy("Set it again, unexpanded", command: VariableView.ask("AWS_SECRET_ACCESS_KEY")))
    }
}
