import CCurl
import NetworkTerms

/// Turns curl's result codes into errors that say what happened, where, and what to try.
struct FailureReading {
    /// What is known of the transfer.
    struct Facts {
        let plan: TransferPlan
        let timings: TransferTimings
        let wire: WireLog
        let bodyCount: Int
    }

    private let facts: Facts

    init(_ facts: Facts) { self.facts = facts }

    private var origin: Origin { facts.plan.origin }
    private var destination: String { facts.plan.destination }

    func timeout(in phase: TransferPhase) -> TransportError {
        let timeouts = facts.plan.request.timeouts
        let elapsed = facts.plan.acceptedAt.duration(to: .now)
        let cause =
            if elapsed >= timeouts.total {
                "the whole request may take \(timeouts.total.inSeconds)"
            } else {
                switch phase {
                case .waitingForResponse:
                    "the first byte of the response must come within \(timeouts.firstByte.inSeconds)"
                case .readingResponse: "no byte may be late by more than \((timeouts.idle ?? timeouts.total).inSeconds)"
                default: "the connection must be ready within \(timeouts.connect.inSeconds)"
                }
            }
        let nextStep =
            switch phase {
            case .nameLookup: "Check the machine's DNS: getent hosts \(origin.bareHost)"
            case .queued: "Allow more connections, or fewer requests at once."
            case .connecting, .tlsHandshake:
                "Check firewall, route and proxy settings (HTTPS_PROXY, NO_PROXY); a VPC without a route to the "
                    + "endpoint looks like this."
            case .sendingRequest, .waitingForResponse, .readingResponse: "Try again, or allow more time."
            }
        return error(
            .timedOut(phase),
            "Timed out after \(elapsed.inSeconds) while \(phase) (\(destination)): \(cause).", nextStep)
    }

    func tooLarge(_ overrun: ResponseOverrun) -> TransportError {
        switch overrun {
        case .body:
            error(
                .responseTooLarge,
                "The response of \(destination) is larger than the limit of "
                    + "\(facts.plan.configuration.maxResponseBytes) bytes.",
                "Raise maxResponseBytes if such a response is expected.")
        case .fields:
            error(
                .responseTooLarge,
                "\(destination) sent more than \(HeadCollector.limit >> 10) KB of header and trailer fields.",
                "Look at the server or a proxy in between: Bedrock sends about one KB.")
        case .framing:
            error(
                .responseTooLarge,
                "\(destination) sent far more chunk extensions than content: \(facts.bodyCount) bytes of the body came.",
                "Look at the server or a proxy in between: Bedrock sends no chunk extensions.")
        }
    }

    func closedInHead() -> TransportError {
        error(
            .closedEarly,
            "\(destination) closed the connection in the middle of the response's head, after "
                + "\(facts.wire.responseHead.count) bytes.",
            "Try again.")
    }

    /// The error that curl's result means.
    ///
    /// - Parameters:
    ///   - result: curl's result code (libcurl-errors(3)).
    ///   - text: curl's words.
    ///   - phase: the stage reached.
    ///   - verifyResult: the TLS library's result of verifying the certificate.
    func error(
        _ result: CURLcode, text: String, phase: TransferPhase, verifyResult: Int
    ) -> TransportError {
        switch result {
        case CURLE_URL_MALFORMAT:
            error(
                .badURL, "\(origin.text) is not a URL that can be used: \(text).", "Check host and port.")
        case CURLE_COULDNT_RESOLVE_PROXY: proxyError("its name cannot be resolved: \(text)")
        case CURLE_COULDNT_RESOLVE_HOST:
            error(
                .nameNotResolved, "The name '\(origin.host)' could not be resolved: \(text).",
                "Check the spelling of the host and region, and the machine's DNS: getent hosts \(origin.bareHost)"
            )
        case CURLE_COULDNT_CONNECT where facts.plan.proxy != nil: proxyError(text)
        case CURLE_COULDNT_CONNECT:
            error(
                .connectFailed, "No connection to \(destination): \(text).",
                "Check that something listens there, and firewall and route.")
        case CURLE_RECV_ERROR where phase == .connecting && facts.plan.proxy != nil, CURLE_PROXY: proxyError(text)
        case CURLE_OPERATION_TIMEDOUT: timeout(in: phase)
        case CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CERTPROBLEM, CURLE_SSL_CIPHER, CURLE_USE_SSL_FAILED,
            CURLE_SSL_ENGINE_INITFAILED, CURLE_SSL_SHUTDOWN_FAILED, CURLE_SSL_ISSUER_ERROR,
            CURLE_SSL_PINNEDPUBKEYNOTMATCH, CURLE_SSL_INVALIDCERTSTATUS, CURLE_SSL_CLIENTCERT:
            tlsError(text)
        case CURLE_PEER_FAILED_VERIFICATION:
            certificateError(CertificateProblem(verifyResult: verifyResult, text: text), text)
        case CURLE_SSL_CACERT_BADFILE: authoritiesError(text)
        default: exchangeError(result, text, phase)
        }
    }

    private func exchangeError(_ result: CURLcode, _ text: String, _ phase: TransferPhase)
        -> TransportError
    {
        switch result {
        case CURLE_GOT_NOTHING:
            error(
                .closedEarly, "\(destination) closed the connection without an answer.",
                "Try again; if it persists, look at the server's log or a proxy in between.")
        case CURLE_PARTIAL_FILE:
            error(
                .closedEarly,
                "\(destination) closed the connection in the middle of the response, after \(facts.bodyCount) bytes "
                    + "of the body: \(text).",
                "Try again.")
        case CURLE_RECV_ERROR where text.lowercased().contains("chunk"):
            error(
                .malformedResponse, "The chunks of the response of \(destination) are malformed: \(text).",
                "Try again; if it persists, look at the server or a proxy in between.")
        case CURLE_HTTP2, CURLE_SEND_ERROR, CURLE_RECV_ERROR, CURLE_HTTP2_STREAM:
            error(
                .connectionReset, "The connection to \(destination) broke while \(phase): \(text).",
                "Try again.")
        case CURLE_UNSUPPORTED_PROTOCOL, CURLE_WEIRD_SERVER_REPLY, CURLE_BAD_CONTENT_ENCODING:
            error(
                .malformedResponse, "What \(destination) answered is not usable HTTP: \(text).",
                "Check the port and the scheme (http or https).")
        default:
            error(
                .curlFailure(Int(result.rawValue)),
                "The transfer to \(destination) failed while \(phase): \(text) (curl \(result.rawValue)).",
                "See libcurl-errors(3) for the number.")
        }
    }

    private func proxyError(_ text: String) -> TransportError {
        let variable = facts.plan.proxy?.variable ?? "HTTPS_PROXY"
        return error(
            .proxyFailed, "No connection to \(destination): \(text).",
            "Check \(variable), or add \(origin.bareHost) to NO_PROXY.")
    }

    private func tlsError(_ text: String) -> TransportError {
        error(
            .tlsFailed, "TLS with \(destination) failed: \(text).",
            "Check that the port speaks TLS (else use http://), and for a proxy that breaks it.")
    }

    private func authoritiesError(_ text: String) -> TransportError {
        let authorities = facts.plan.configuration.certificateAuthorities
        let setting = authorities.file ?? authorities.directory
        return error(
            .certificateAuthoritiesUnusable, "The certificate authorities cannot be read: \(text).",
            setting.map { "Check \($0.variable), which names \($0.path)." }
                ?? "Install them (ca-certificates), or name a PEM file in AWS_CA_BUNDLE.")
    }

    private func certificateError(_ problem: CertificateProblem, _ text: String) -> TransportError {
        let nextStep =
            switch problem {
            case .expired:
                "Check the local clock (date -u): a clock ahead shows so too. Else the server must renew it."
            case .notYetValid: "Check the local clock (date -u): it is probably behind."
            case .selfSigned, .unknownIssuer:
                "If a proxy inspects TLS, name the PEM file of its authority in AWS_CA_BUNDLE; else install "
                    + "ca-certificates."
            case .wrongHost:
                "Check the host's spelling, and whether a proxy or a DNS override answers instead."
            case .revoked, .other:
                "Look at the certificate: openssl s_client -connect \(origin.host):\(origin.port) -servername "
                    + origin.bareHost
            }
        return error(
            .certificateNotTrusted(problem), "The certificate of \(destination) is not trusted: \(text).",
            nextStep)
    }

    private func error(_ code: TransportError.Code, _ message: String, _ nextStep: String)
        -> TransportError
    {
        TransportError(
            code: code, message: message, nextStep: nextStep, timings: facts.timings, wire: facts.wire)
    }
}

extension Duration {
    /// The duration in seconds with three decimals, to the nearest of them: what is left of a limit of 3 s is 2.9999989 s.
    var inSeconds: String {
        let half: Int64 = 500_000_000_000_000
        let milliseconds = components.seconds * 1000 + (components.attoseconds + half) / (2 * half)
        let fraction = String(milliseconds % 1000)
        return "\(milliseconds / 1000)." + String(repeating: "0", count: 3 - fraction.count) + fraction
            + " s"
    }
}
