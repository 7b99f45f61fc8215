/// What a gateway means by a status of its own: it took no such request, or got no answer to it that it could pass on.
///
/// Nobody was refused.
///
/// Sources: RFC 9110, sections 15.5.14 and 15.6.3 to 15.6.5;
/// <https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/>.
enum AnswererStatus {
    /// The predicate of a sentence about it; `nil` where the status says nothing of its own.
    static func meaning(_ status: Int, of answerer: Answerer?) -> String? {
        if (520...526).contains(status) {
            return answerer == .cloudflare ? cloudflare(status) : nil
        }
        switch status {
        case 413:
            return """
                takes no body of this size (413): raise its limit (nginx: client_max_body_size, 1 MB unless set; API Gateway: \
                10 MB, which is fixed), or send less: images scaled down, fewer attachments, old ones out of the history. \
                Bedrock's own limits are not reached.
                """
        case 502:
            return """
                forwarded the request and got no valid answer (502): its error log says what it got from the host behind \
                it. See that this host runs, and that the gateway speaks its protocol and trusts its certificate.
                """
        case 503:
            return """
                has no host behind it that takes the request (503), or is overloaded itself: see that what it forwards to \
                runs and passes its health checks, and retry. No quota and no permission of AWS is involved.
                """
        case 504:
            return """
                forwarded the request and gave up waiting (504): the answer takes longer than its limit, 60 s in many. Raise \
                that limit (nginx: proxy_read_timeout), or stream the answer (ConverseStream), so that bytes come from the \
                start. Credentials and access are not the problem.
                """
        case 429:
            return """
                limits its own callers (429), by requests or by tokens: raise the limit there, or call less often. No quota of AWS \
                is involved.
                """
        case 401, 403, 404, 405, 431:
            // Firewalls, filters and AWS's own gateways mean something of their own by these.
            let isPlain = answerer.map { [.nginx, .apache, .haProxy, .kong, .envoy].contains($0) } ?? true
            return isPlain ? plain(status) : nil
        default: return nil
        }
    }

    private static func plain(_ status: Int) -> String {
        switch status {
        case 401:
            """
            wants to know who calls (401): the key or token that it gives out itself (Authorization: Bearer, x-api-key) is missing, \
            wrong or expired. Keys of AWS belong into the gateway, not into its callers; AWS was not asked.
            """
        case 403:
            """
            refused the request by a rule of its own (403): an allow list of addresses, a path that is closed, or a firewall. Its owner \
            has to allow the caller or the host; its error log says which rule it was. No policy of AWS is involved.
            """
        case 404:
            """
            has no such path (404): see the base URL, with or without /v1, and the route that leads to Bedrock. AWS was not asked.
            """
        case 405:
            "takes this path, but not this method (405): see the path that is called, and redirects that made a GET of a POST."
        default:
            """
            takes no head of this size (431): cookies, tokens or tracing headers are too long; send fewer, or raise its limit (nginx: \
            large_client_header_buffers).
            """
        }
    }

    private static func cloudflare(_ status: Int) -> String {
        switch status {
        case 521:
            "got no connection to the origin behind it (521, refused): see that the origin runs and lets Cloudflare in."
        case 522, 523:
            """
            could not reach the origin behind it (\(status)): see that the origin runs, that its address in DNS is right, and that its \
            firewall lets Cloudflare's addresses in. Wait and retry where the origin is not yours.
            """
        case 524:
            """
            reached the origin behind it, and the answer took longer than its limit of about 100 s (524): stream the answer, so that \
            bytes come from the start, ask for less at once, or call the origin without Cloudflare. Credentials and access are \
            not the problem.
            """
        case 525, 526:
            """
            found no TLS that it accepts at the origin behind it (\(status)): see the origin's certificate, its name and its date, and the \
            encryption mode.
            """
        default:
            """
            got an answer from the origin behind it that it could not use (520): the origin's log says what it sent, or that it \
            crashed. Retry; credentials and access are not the problem.
            """
        }
    }
}
