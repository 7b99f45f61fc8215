import Codes
import JSONText
import Report

/// Compares the form of each credential with the form AWS gives it, after quotes and white space are taken off.
enum CredentialShape {
    ///
    /// - Parameter fresh: The commands that take a whole set of credentials afresh.
    static func findings(
        _ variables: CredentialVariables, endpoint: EndpointResolution, fresh: [Remedy]
    ) -> [Finding] {
        // A server of one's own takes any key, so what only AWS refuses is a warning there.
        let severity: Status = endpoint.isLoopback ? .warn : .fail
        let placeholders = variables.present.compactMap { name, value in
            Placeholder.reason(value).map { (name: name, reason: $0) }
        }
        let examples = variables.present.filter { Placeholder.isDocumentedExample($0.value) }.map(\.name)
        var findings: [Finding] = []
        if !placeholders.isEmpty { findings.append(placeholder(placeholders, severity, variables)) }
        if !examples.isEmpty { findings.append(example(examples, severity, variables)) }
        let vain = Set(placeholders.map(\.name) + examples)
        let real = { (name: String, value: String?) in
            vain.contains(name) ? nil : value.map(ValueFlaw.cleaned)
        }
        let accessKeyID = real(CredentialVariables.accessKeyID, variables.accessKeyID)
        let secret = real(CredentialVariables.secretAccessKey, variables.secretAccessKey)
        let token = real(CredentialVariables.sessionToken, variables.sessionToken)

        if let accessKeyID, let secret, isSwapped(accessKeyID, secret) {
            return findings + [swapped(accessKeyID, secret)]
        }
        if let accessKeyID {
            findings += KeyIDShape.findings(
                accessKeyID, hasToken: variables.sessionToken != nil, severity, fresh: fresh)
        }
        if let secret { findings += SecretShape.findings(secret) }
        if let token {
            findings += TokenShape.findings(token, accessKeyID: accessKeyID, secret: secret, fresh: fresh)
        }
        return findings
    }

    private static func isSwapped(_ accessKeyID: String, _ secret: String) -> Bool {
        !AccessKeyID.isUnmistakable(accessKeyID) && AccessKeyID.isUnmistakable(secret)
    }

    private static func swapped(_ accessKeyID: String, _ secret: String) -> Finding {
        Finding(
            code: .credentialsSwapped, check: CredentialsCheck.check, status: .fail,
            detail:
                "AWS_SECRET_ACCESS_KEY holds an access key id, and AWS_ACCESS_KEY_ID does not. A secret in place of the id travels in clear text in every request's Authorization header: if any request was sent like this, replace the key pair.",
            evidence: [
                CredentialVariables.accessKeyID: VariableView.secret(accessKeyID),
                CredentialVariables.secretAccessKey: VariableView.accessKeyID(secret),
            ],
            where: .client, confidence: .certain,
            remedies: [
                Remedy(
                    "Change them back",
                    command:
                        "swap=$AWS_ACCESS_KEY_ID; export AWS_ACCESS_KEY_ID=$AWS_SECRET_ACCESS_KEY AWS_SECRET_ACCESS_KEY=$swap; unset swap"
                )
            ])
    }

    private static func placeholder(
        _ found: [(name: String, reason: String)], _ status: Status, _ variables: CredentialVariables
    ) -> Finding {
        let names = found.map(\.name)
        return Finding(
            code: .credentialsPlaceholder, check: CredentialsCheck.check, status: status,
            title: "\(Enumeration.words(names)) \(names.count == 1 ? "holds" : "hold") a placeholder",
            detail: "The text stands where a real value was meant to be put, so AWS refuses every request.",
            evidence: JSONObject(found.map { ($0.name, .string($0.reason)) }),
            where: .client, confidence: .likely, remedies: fill(names, variables))
    }

    private static func example(_ names: [String], _ status: Status, _ variables: CredentialVariables) -> Finding {
        Finding(
            code: .credentialsExamplePair, check: CredentialsCheck.check, status: status,
            title: "\(Enumeration.words(names)) \(names.count == 1 ? "is" : "are") from AWS's documentation",
            detail:
                "The keys that AWS's guides print end in EXAMPLE. They belong to nobody and are refused; a mock server accepts them.",
            evidence: JSONObject(names.map { ($0, "ends as AWS's documented examples do") }),
            where: .client, confidence: .certain, remedies: fill(names, variables))
    }

    /// Asks for what the named variables should hold; a long-lived key wants no token at all.
    private static func fill(_ names: [String], _ variables: CredentialVariables) -> [Remedy] {
        let isPair =
            names.contains(CredentialVariables.accessKeyID) && names.contains(CredentialVariables.secretAccessKey)
        let pair =
            isPair
            ? [
                Remedy(
                    "Set the real pair: type the id, then the secret, which is not shown", command: VariableView.askPair
                )
            ]
            : []
        let single = names.filter { !isPair || $0 == CredentialVariables.sessionToken }
        return pair
            + single.map { name in
                if name == CredentialVariables.sessionToken,
                    variables.accessKeyID.map({ AccessKeyID.kind(of: ValueFlaw.cleaned($0)) }) == .longLived
                {
                    return Remedy("The key is long-lived and takes no token", command: VariableView.unset([name]))
                }
                return Remedy("Set the real value of \(name)", command: VariableView.ask(name))
            }
    }
}
