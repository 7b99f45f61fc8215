import Evidence
import Report
import SigV4
import SignatureForensics
import WireText

/// What to do about a wrong signature for which no cause was found: it depends on what is known, and on what is missing.
struct MismatchRemedies {
    let signature: ExaminedSignature
    let exchange: ObservedExchange
    let details: ErrorDetails

    /// The message, and what was pasted around it.
    let text: String
    let surroundings: String

    /// The remedies, that which brings most first.
    ///
    /// The form of the path is in question where nobody knows what the client signed, and signatures were not tried.
    var all: [Remedy] {
        guard let obstacle = signature.obstacle else { return [otherSecret, clientText].compactMap { $0 } }
        let view = SignedView.of(signature.accounts, exchange, text: text)
        // A request that arrived as it was sent has no fault that its echo could show.
        let isAsSent = signature.accounts.comparison.wireAndServer == .same
        let clues =
            isAsSent ? [] : view.map { MismatchClues(view: $0, text: surroundings).remedies } ?? commandClues
        let shown = isAsSent ? [] : view.map { MismatchClues(view: $0, text: surroundings).decisive } ?? []
        // The signers of AWS's own SDKs follow the rules.
        if isFromSDK || view.map(Self.isFromSDK) ?? false {
            let own = [secret, missing(obstacle), clientText].compactMap { $0 }
            // An SDK signs a header as it is then; who rewrites it on the way is not the SDK.
            let leading =
                view == nil && SignedView(listIn: surroundings).names.contains("accept-encoding")
                ? clues.prefix(1) : shown.prefix(2)
            if let old = olderSDK(view) { return leading + [old] + own }
            return leading.isEmpty ? own + clues.prefix(1) : leading + own
        }
        let rest = [missing(obstacle), mock, clientText].compactMap { $0 }
        if exchange.request == nil, signature.accounts.server == nil, view?.author == .client,
            let path = view.flatMap({ PathRemedy(signedPath: $0.path, host: $0.value("host") ?? "") })
        {
            return [path.remedy] + clues.prefix(2) + rest
        }
        let echoed = details.echoedPath ?? view.flatMap { $0.author == .service ? $0.path : nil }
        guard signature.accounts.client == nil, let path = PathRemedy(echoedPath: echoed) ?? colon else {
            return clues.prefix(3) + rest
        }
        if path.isCertain { return [path.remedy] + clues.prefix(2) + rest }
        return isAsSent ? rest + [path.remedy] : clues.prefix(3) + [path.remedy] + rest
    }

    /// A path with reserved characters at another service than Bedrock, whose models all have a colon: old SDKs encode such a path in two ways.
    private func olderSDK(_ view: SignedView?) -> Remedy? {
        guard let view, view.author == .service, let host = view.value("host"), !host.contains("bedrock"),
            !host.contains("s3")
        else {
            return nil
        }
        let escapes = ["%3A", "%40", "%2B", "%2C", "%3D", "%24"].filter {
            view.path.uppercased().contains($0) || view.path.contains("%25" + $0.dropFirst())
        }
        guard let first = escapes.first else { return nil }
        return Remedy(
            """
            The path holds \(first), which old versions of SDKs encode in another way for the signature than for the wire: where calls \
            of other paths work with these keys, update the SDK.
            """)
    }

    /// What the paste shows where neither request nor text of a signature is there to be examined.
    var clues: [Remedy] {
        let view = SignedView.of(signature.accounts, exchange, text: text)
        let seen = view.map { MismatchClues(view: $0, text: surroundings).remedies } ?? commandClues
        let path = PathRemedy(echoedPath: details.echoedPath) ?? colon
        return seen.prefix(3) + (path.map { [$0.remedy] } ?? [])
    }

    /// Whether what is shown or told leaves no question of the keys.
    var sparesKeys: Bool {
        let view = SignedView.of(signature.accounts, exchange, text: text)
        return MismatchClues(view: view ?? SignedView(listIn: surroundings), text: surroundings).sparesKeys
    }

    /// Whether what is told shows that the keys are right.
    var provesKeys: Bool {
        let view = SignedView.of(signature.accounts, exchange, text: text)
        return MismatchClues(view: view ?? SignedView(listIn: surroundings), text: surroundings).provesKeys
    }

    /// What a command shows where nothing of what was signed is.
    private var commandClues: [Remedy] {
        MismatchClues(view: SignedView(listIn: surroundings), text: surroundings).remedies
    }

    /// The form of the path where no echo shows it: a model id with a colon is what signers outside AWS's SDKs get wrong.
    private var colon: PathRemedy? {
        details.echoedPath == nil && details.modelID?.contains(":") ?? false ? PathRemedy.colon : nil
    }

    /// Headers that only AWS's SDKs send.
    private static func isFromSDK(_ view: SignedView) -> Bool {
        let agent = view.value("user-agent")?.lowercased() ?? ""
        return view.names.contains { $0.hasSuffix("-sdk-invocation-id") || $0 == "aws-sdk-retry" }
            || ["aws-cli/", "boto", "aws-sdk-"].contains { agent.hasPrefix($0) }
    }

    private var isFromSDK: Bool {
        let agent = exchange.request?.header("user-agent")?.lowercased() ?? ""
        return ["aws-cli/", "boto", "aws-sdk-", "awscli"].contains { agent.hasPrefix($0) }
    }

    private var otherSecret: Remedy {
        Remedy(
            """
            See which secret the client really reads: it has 40 characters and nothing around them, and belongs to the key \
            id that signed.
            """,
            .doctor(.env)
        ).about(.pair)
    }

    private var secret: Remedy {
        Remedy(
            """
            The request is one of AWS's own SDKs, whose signers follow the rules: check that the secret has its 40 characters, \
            nothing around them (a shell, an .env file, a URL or a DSN may have eaten a /, + or $), and belongs to the key id. The password of an SMTP user of SES is not a secret access key.
            """,
            .doctor(.env)
        ).about(.pair)
    }

    private var mock: Remedy {
        Remedy(
            """
            Or let the client call the mock, which knows the secret, tries the known mistakes, and names the one it finds: \
            the server prints the variables to set for the client.
            """,
            .doctor(DoctorStep("serve", [.option("--explain", nil)])))
    }

    private var clientText: Remedy? {
        signature.accounts.client != nil
            ? nil
            : Remedy(
                """
                Make the client print the canonical request that it signs (the AWS CLI does with --debug), and give that \
                log to doctor explain: the line that differs from the service's is the mistake; if none does, it is the \
                secret.
                """)
    }

    private func missing(_ obstacle: ExaminedSignature.Obstacle) -> Remedy {
        switch obstacle {
        case .requestNotShown:
            Remedy("Explain the request together with the answer, in one log or with --request FILE.")
        case .noSecret:
            Remedy(
                """
                Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY to the pair that signed, and explain again: with the secret \
                the signature is made again with each known mistake. It is shown nowhere.
                """
            ).about(.keys)
        case .otherKey(let sent, let atHand):
            Remedy(
                """
                The key \(MaskedKeyID(sent)) signed, and the environment holds \(MaskedKeyID(atHand)): set AWS_ACCESS_KEY_ID \
                and AWS_SECRET_ACCESS_KEY to the pair that signed, and explain again.
                """
            ).about(.keys)
        case .bodyNotShown:
            Remedy(
                """
                The input shows neither the body nor its hash, without which no signature can be made again: log the body \
                too (curl: --trace-ascii FILE), and explain again.
                """)
        case .tokenNotShown:
            Remedy(
                """
                The session token that was signed is masked here, and the environment does not hold it: set \
                AWS_SESSION_TOKEN to the one that signed, and explain again.
                """)
        case .signatureNotShown:
            Remedy("The signature itself is not shown, so none can be made again: log it too, and explain again.")
        }
    }
}
