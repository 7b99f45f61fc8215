import Catalog
import Codes
import JSONText
import NetworkTerms
package import Report
import SigV4

/// Says who the caller is, or why AWS does not know: STS needs no permission for the question, so its answer tells bad
/// keys from a bad policy.
package enum IdentityCheck {
    package static let check = Check.identity

    package static func finding(_ facts: IdentityFacts) -> Finding {
        var evidence: JSONObject = [
            "endpoint": VariableView.plain(facts.origin),
            "accessKeyId": VariableView.accessKeyID(facts.credentials.accessKeyID),
        ]
        var rows: [FactRow?] = []
        let words: Words
        switch facts.outcome {
        case .failed(let failure, let message):
            evidence["message"] = .string(SafeMessage.text(message))
            rows = [FactRow("said", SafeMessage.text(message))]
            words = unreached(failure, message, facts)
        case .answered(let status, let body):
            evidence["httpStatus"] = .number(JSONNumber(status))
            if status == 200, let identity = CallerIdentity(body) {
                evidence["account"] = VariableView.plain(identity.account)
                evidence["arn"] = VariableView.plain(identity.arn)
                evidence["userId"] = VariableView.plain(identity.userID)
                words = known(identity)
            } else {
                let refusal = IdentityRefusal(body)
                if let code = refusal.code { evidence["errorType"] = VariableView.plain(code) }
                if !refusal.message.isEmpty { evidence["message"] = .string(SafeMessage.text(refusal.message)) }
                rows = [
                    FactRow("said", SafeMessage.text(refusal.message)),
                    FactRow("type", refusal.code.map { PrintableText.escaped($0) }),
                ]
                words = refused(refusal, status, facts)
            }
        }
        return Finding(
            code: words.code, check: check, status: words.status, title: words.title, detail: words.detail,
            rows: rows.compactMap(\.self), evidence: evidence, where: words.place, confidence: words.confidence,
            remedies: words.remedies,
            durationMs: facts.durationMs)
    }

    /// Why an account has no credentials to ask with.
    package static func finding(_ fault: CredentialFault, of account: String) -> Finding {
        let isOpen = fault.verdict != .credentialFault
        return Finding(
            code: fault.code, check: check, status: isOpen ? .unknown : .fail,
            title: "\(fault.code.title) (\(PrintableText.escaped(account, limit: 60)))", detail: fault.message,
            rows: [FactRow("type", fault.errorType)].compactMap(\.self), where: .service,
            confidence: isOpen ? .likely : .certain, remedies: fault.remedies)
    }

    private struct Words {
        var code: FindingCode
        var status = Status.fail
        /// `nil` for the code's own.
        var title: String?
        var detail: String
        var place = Side.client
        var confidence = Confidence.certain
        var remedies: [Remedy] = []
    }

    private static func known(_ identity: CallerIdentity) -> Words {
        let isRoot = identity.arn.hasSuffix(":root")
        return Words(
            code: .identityKnown, status: .pass,
            title:
                "The keys are good: \(PrintableText.escaped(identity.words)) of account \(PrintableText.escaped(identity.account))",
            detail:
                "AWS STS accepted the signature. What Bedrock refuses to this identity is a matter of policies or model access, not of the keys.\(isRoot ? " Root keys should not be used for daily work." : "")",
            place: .service)
    }

    private static func refused(_ refusal: IdentityRefusal, _ status: Int, _ facts: IdentityFacts) -> Words {
        switch refusal.meaning(status: status) {
        case .keyUnknown: return unknownKey(facts)
        case .secretWrong:
            return Words(
                code: .identitySecretWrong, title: "AWS knows the key id, but the secret is another one",
                detail:
                    "STS found the key and computed another signature. This tool signs by the rules, so the secret does not belong to the id, unless something on the way changed the request.",
                confidence: .likely,
                remedies: [Remedy("Look at the form of what is set", .doctor(.env))]
                    + IdentityRemedies(facts).pair("Set the pair again, both halves from one place"))
        case .tokenExpired:
            return Words(
                code: .identityTokenExpired,
                detail: "The keys were good once. All three values of a temporary set are renewed together.",
                remedies: IdentityRemedies(facts).renewal)
        case .clock:
            return Words(
                code: .identityClock, title: "STS refuses the time of the signature",
                detail:
                    "STS allows 15 minutes, Bedrock 5: the clock of this machine is further off than that. The keys were not judged.",
                remedies: [
                    Remedy("Measure it", .doctor(DoctorStep("clock"))), .advice("Set the clock", .setClock),
                ])
        case .denied:
            return Words(
                code: .identityDenied, status: .warn, title: "The keys are good, but a policy denies the question",
                detail:
                    "The signature was accepted. GetCallerIdentity needs no permission, so an explicit deny or the policy of a VPC endpoint stands against it; the same may hold for Bedrock.",
                place: .service, confidence: .likely,
                remedies: [Remedy("Ask the account's administrator about policies that deny sts:GetCallerIdentity")])
        case .regionDisabled:
            return Words(
                code: .identityRegionDisabled,
                title: "STS is not active in \(PrintableText.escaped(facts.region, limit: 60)) for this account",
                detail: "The account has not enabled the region, or has switched its STS endpoint off.",
                place: .service,
                remedies: [
                    Remedy(
                        "See whether the region is enabled",
                        ShellWord.quoted(facts.region).map {
                            .aws("account get-region-opt-status --region-name \($0)")
                        })
                ])
        case .unsigned:
            return Words(
                code: .identityUnsigned, title: "The signature did not arrive whole at STS",
                detail:
                    "This tool sent one: a proxy or gateway on the way removes or changes the Authorization header.",
                place: .network, confidence: .likely,
                remedies: [Remedy("See what the call goes through", .doctor(.env))])
        case .busy:
            return Words(
                code: .identityUnanswered, status: .unknown, title: "STS did not answer the question now",
                detail: "It answered with status \(status), which says nothing about the keys.", place: .service,
                remedies: [])
        case .invalid, .unread:
            return Words(
                code: .identityUnanswered, status: .unknown,
                title: "\(PrintableText.escaped(facts.origin, limit: 100)) did not answer as STS does",
                detail:
                    "Status \(status), in a form that STS does not have: a gateway, a proxy, or an endpoint that serves Bedrock only.",
                place: .network, confidence: .likely,
                remedies: [Remedy("To ask another endpoint, set AWS_ENDPOINT_URL_STS to its URL")])
        }
    }

    private static func unknownKey(_ facts: IdentityFacts) -> Words {
        let kind = AccessKeyID.kind(of: facts.credentials.accessKeyID)
        if kind == .temporary, facts.credentials.sessionToken == nil {
            return Words(
                code: .identityKeyUnknown,
                title: "AWS does not accept the temporary key: its session token is missing",
                detail: "A key that begins with ASIA is valid together with its token only.",
                remedies: IdentityRemedies(facts).token)
        }
        let isOptIn = RegionCatalog.region(named: facts.region)?.optIn == .needed
        let causes =
            kind == .temporary
            ? "The token is cut or belongs to another key, the session was revoked, or the keys are of another partition (GovCloud, China)."
            : "It was deleted or switched off, was never one, or is of another partition (GovCloud, China)."
        return Words(
            code: .identityKeyUnknown,
            detail:
                "\(causes)\(isOptIn ? " Or the account has not enabled \(facts.region), where good keys are refused with the same words." : "")",
            confidence: isOptIn ? .likely : .certain,
            remedies: kind == .temporary
                ? IdentityRemedies(facts).renewal
                : IdentityRemedies(facts).pair(
                    "See in the IAM console, Security credentials, whether the key exists and is active; then set the pair"
                ))
    }

    private static func unreached(_ failure: NetworkFailure, _ message: String, _ facts: IdentityFacts) -> Words {
        Words(
            code: .identityUnanswered, status: .unknown,
            title: "\(PrintableText.escaped(facts.origin, limit: 100)) could not be reached",
            detail:
                "The keys were not judged. In a private subnet STS needs a VPC endpoint of its own beside Bedrock's. \(SafeMessage.text(message))",
            place: .network, confidence: .likely,
            remedies: [
                Remedy(
                    "See whether it answers at all",
                    command: ShellWord.quoted(facts.origin).map { "curl -sv --max-time 10 -o /dev/null \($0)/" })
            ])
    }
}
