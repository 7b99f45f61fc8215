import Codes
import Evidence
import Report
import WireText

/// Name lookup, connection, proxy, TLS and the wait for an answer.
extension ErrorCause {
    static let network = list {
        ErrorCause(
            .networkUnreachable, .network,
            types: [
                TypeHint(.endpointConnection, 60), TypeHint(.connectTimeout, 100), TypeHint(.connectionRefused, 100),
            ],
            rules: [
                .peculiar(
                    "connect|connection|connecting|socket|dial timeout|timed",
                    none: [
                        "model timeout", "read timed|timeout", "reading the response", "timeout passed time taken",
                        "proxy authentication required", "proxyconnect tcp",
                        "litellm timeout connection timed out after seconds",
                    ]),
                .peculiar("connection refused", none: ["proxyconnect tcp"]),
                .fitting("econnrefused|etimedout|ehostunreach|enetunreach"),
                .fitting("network|host unreachable"),
                .fitting("failed|unable|cannot|couldnt connect|reach|tunnel server|endpoint|proxy|url|service|host"),
                .hinting("fetch failed"),
                // OpenTelemetry's exporters, of a collector that does not answer.
                .fitting(
                    "failed|error|encountered", "exporting|export traces|metrics|logs|spans", "unavailable|retrying"),
                // Node's word for every address having failed.
                .fitting("api|fetch|request error aggregateerror"),
                .fitting("i o timeout", none: ["model timeout", "read tcp"]),
                .fitting("dial|connect|connection", "deadline exceeded"),
            ]
        ) { call in
            call.startUpCall
            call.unreachedSignIn
            call.functionSubnet
            Remedy(
                """
                The endpoint does not answer from here: a subnet without NAT or VPC endpoint, a \
                firewall, or a proxy. This is not about access.
                """,
                command: call.reach)
            Remedy("See proxy and endpoint variables.", call.env)
        }
        ErrorCause(
            .networkCertificateUntrusted, .network,
            rules: [
                .peculiar("pkix path building|validation failed", none: ["timestamp check"]),
                .peculiar("unable find valid certification path"),
                // OpenSSL's reasons as Node names them: SELF_SIGNED_CERT_IN_CHAIN, UNABLE_TO_VERIFY_LEAF_SIGNATURE.
                .peculiar("self signed cert"), .peculiar("cert has expired"), .peculiar("cert altname invalid"),
                .peculiar("unable verify leaf signature"), .peculiar("unable get issuer cert"),
                // A reporter's words for an authority of the company's own.
                .fitting("ssl|tls|ca|validate ca|cert chain", none: ["too long|deep"]),
                // rustls prints the case of its error, without blanks.
                .peculiar("invalid peer certificate"),
                .peculiar("invalidcertificate unknownissuer|badsignature|notvalidforname|unhandledcriticalextension"),
                .peculiar(
                    "certificate verify|verification|validation|unknown|expired|signed|issuer|local|chain|unable|authority|trust|trusted|valid",
                    none: ["timestamp check", "certificateexpiredexception|certificatenotyetvalidexception"]
                ),
            ]
        ) { call in
            call.localCredentialServer
            TrustRemedies.remedy(call.language)
            call.certificate.map { Remedy("See who signed the certificate that arrives.", command: $0) }
        }
        ErrorCause(
            .networkCertificateTime, .network,
            rules: [
                .peculiar("timestamp check failed"),
                .peculiar("certificateexpiredexception|certificatenotyetvalidexception"),
            ]
        ) { call in
            Remedy(
                """
                The certificate is not valid at the time of this machine's clock: it has expired, or the clock is wrong (a virtual machine \
                or WSL that slept, a container's host). Compare the clock first; then see whose certificate it is: of a proxy or gateway, \
                its owner renews it.
                """,
                .doctor(DoctorStep("clock")))
            call.certificate.map { Remedy("See the dates of the certificate that arrives.", command: $0) }
        }
        ErrorCause(
            .networkCAMissing, .network,
            rules: [
                // The file of authorities, not the handshake: errno 2 of the load.
                .peculiar("ssl|tls", "no such file directory", none: ["credential|credentials", "certificate verify"]),
                .peculiar("could not find suitable tls ca certificate bundle"),
                .peculiar("ignoring extra certs load failed"),
            ]
        ) { call in
            Remedy(
                """
                The file of trusted certificates that a setting names is not there, so no connection was made: see AWS_CA_BUNDLE, \
                REQUESTS_CA_BUNDLE, SSL_CERT_FILE, NODE_EXTRA_CA_CERTS and ca_bundle in ~/.aws/config, correct the path (inside a container or \
                a Lambda function it is another one) or unset it. In a package or a frozen program the file of certifi itself \
                (cacert.pem) may have been left out.
                """,
                call.env)
        }
        ErrorCause(
            .networkTLSFailed, .network,
            types: [TypeHint(.ssl, 70)],
            rules: [
                .fitting("ssl|tls handshake|validation|certificate|error|alert|failed|wrong|eof"),
                // rustls prints the case of its error.
                .peculiar(
                    "decrypterror|alertreceived|corruptmessage|invalidcontenttype|peerincompatible|peermisbehaved"),
                .fitting("could not create ssl tls secure channel"),
                .fitting("fatal alert", "handshake|received|protocol|certificate|record"),
            ]
        ) { call in
            call.localCredentialServer
            TrustRemedies.remedy(call.language)
            call.certificate.map { Remedy("See who signed the certificate that arrives.", command: $0) }
        }
        ErrorCause(
            .regionHasNoEndpoint, .network,
            types: [TypeHint(.unknownEndpoint)],
            rules: [
                .fitting("could|cannot not connect endpoint url"),
                .fitting("inaccessible|unavailable host|service region"),
            ]
        ) { call in
            call.badRegion
            call.everywhere("See in which regions the model answers.")
        }
        ErrorCause(
            .answerNotFromService, .network,
            rules: [
                .fitting("bad gateway"),
                .fitting("gateway timeout|time"),
                // What gateways and web ACLs say in words of their own.
                .fitting("no deployments available selected model"),
                .fitting("request not allowed due waf"),
                .peculiar("request blocked by gateway|proxy|firewall"),
                .peculiar("your request was blocked", none: ["guardrail|guardrails", "content"]),
                // A page came where a client reads JSON.
                .peculiar("unexpected|unrecognized token doctype|html|xml"),
                .fitting("invalid character looking beginning value"),
                .fitting("unexpected token in json position 0"),
                // A path of another API, which what answered does not have.
                .fitting(
                    "not|doesnt|no|cannot exist|exists|found|supported|route|post",
                    "v1 messages|chat|completions|responses|embeddings"),
                .fitting(
                    "is|was|been blocked", "use|by|policy|administrator|rule",
                    none: [
                        "guardrail|guardrails|guardrailconfig", "account blocked|suspended|restricted|closed",
                        "retention",
                        "content policy|filter|filters",
                    ]),
                .fitting(
                    "request|call blocked|rejected|refused|denied|stopped by gateway|proxy|firewall|waf|filter",
                    none: ["guardrail|guardrails", "content filter"]),
                .hinting("request was blocked", none: ["guardrail|guardrails", "content|safety|policy|moderation"]),
            ]
        ) { call in
            Remedy.advice(
                """
                \(call.text.contains("<html") ? "A web page came back: something" : "Something") between here and AWS answered, \
                such as a proxy, a company's gateway, a login page or a wrong endpoint URL\(call.gatewayWord).
                """,
                call.env)
            call.reach.map { Remedy("See what answers there.", command: $0) }
        }
        ErrorCause(
            .networkAnswerMalformed, .network,
            rules: [
                .peculiar("answered not usable http"),
                .peculiar("illegal|missing hexadecimal sequence"),
                .peculiar("chunks|chunk", "malformed"),
            ]
        ) { call in
            Remedy("Check scheme and port of the endpoint, and what answers in its place.")
            call.direct
        }
        ErrorCause(
            .networkAnswerTimeout, .network,
            types: [TypeHint(.readTimeout, 95)],
            rules: [
                // LiteLLM's class for every wait that was too long; its words name the connection.
                .peculiar("litellm timeout connection timed out after seconds"),
                .peculiar(
                    "read timeout|timed",
                    none: ["awshttpconnectionpool|awshttpsconnectionpool", "model timeout", "reading the response"]),
                .peculiar("read tcp", "i o timeout"),
                .peculiar("awaiting headers timeout|exceeded"),
                .peculiar("timed out waiting response"),
                .peculiar("timeout passed time taken"),
                .peculiar("operation timed milliseconds bytes received"),
                // axios and HttpClient of .NET, which call it canceled.
                .peculiar("timeout of exceeded", none: ["connect|connection", "model"]),
                .peculiar("canceled due configured httpclient timeout elapsing"),
                .fitting("request timed out", none: ["model"]),
                // A client's own clock ran out: of a slow answer, or of a connection that never came.
                .fitting("deadline exceeded", none: ["model", "dial|connect|connection"], also: [.networkUnreachable]),
                .fitting("client execution complete specified timeout"),
                // A platform that ended the process while it waited.
                .fitting("task timed out after seconds", none: ["read timeout"]),
            ]
        ) { call in
            call.unreachedSignIn ?? WaitRemedies.remedy(call)
            call.direct
        }
        ErrorCause(
            .networkConnectionClosed, .network,
            types: [TypeHint(.connectionClosed, 100)],
            rules: [
                .peculiar(
                    "connection reset|closed|aborted|lost|broken|broke",
                    none: ["incompleteread|invalidchunklength", "middle response|responses"]),
                .peculiar("empty reply server"),
                .fitting("econnreset|econnaborted|epipe"),
                .fitting("broken pipe"),
                .fitting("remote|server end|closed|disconnected connection|without"),
                .fitting("socket hang up"),
                // HTTP/2 ends a stream or a connection in words of its own.
                .peculiar("http2 request not get response"),
                .peculiar("refused stream"), .fitting("goaway"),
                // Node's names for it; a reason that stands behind them decides.
                .fitting("err http2 stream|session|goaway|invalid|error|ping|cancel"), .fitting("nghttp2*"),
                .fitting("pending stream canceled|cancelled"), .fitting("node internal http2"),
                // Netty.
                .fitting("failed send complete response channel closed"), .fitting("channel was closed"),
                .fitting(
                    "request|context canceled|cancelled",
                    none: [
                        "pending stream", "getaddrinfo|enotfound", "assumeroleforpodidentity",
                        "timeout exceeded|elapsing",
                    ]),
                .fitting("other side closed"),
                .fitting("http request|post|send eof", none: ["unexpected", "tls|ssl|handshake"]),
            ]
        ) { call in
            call.resetByInspection
            Remedy.advice(
                """
                Try again; if it persists, a proxy, a firewall or a load balancer ends the connection. See what the \
                call goes through.
                """,
                call.env)
        }
        ErrorCause(
            .networkNameUnresolved, .network,
            rules: [
                // What was to be resolved is read by HostLookup.
                .peculiar("could|cannot|couldnt not|couldnt resolve endpoint", none: ["model"]),
                .peculiar("dns resolve* failed|failure|fail|error"),
                .peculiar("enotfound|eai|nxdomain|unknownhostexception|getaddrinfo|gaierror"),
                .peculiar("no such host"),
                .peculiar("name|nodename service|servname known|provided"),
                .peculiar("name|dns|address resolution|lookup failed|failure|fail|information|error|temporary"),
                .peculiar("resolving timed"),
                .peculiar("lookup server misbehaving"),
                .peculiar("name could|cannot not be resolved"),
                // Java prints an unknown host as the message alone.
                .hinting("unable execute http request xurl"),
                .peculiar("nameresolutionerror|wsahost|host_not_found"),
                // Japanese, Chinese, Korean: without blanks, a sentence is one word.
            ] + ForeignLookupWords.all.map { .peculiar($0) }
        ) { call in
            call.dualStack
            call.otherService
            Remedy(
                """
                The name has no address here: no network, a VPN that is not up, or a container without DNS. Ask \
                the resolver yourself.
                """,
                command: call.host.flatMap { $0.contains(".") ? "getent hosts \($0)" : nil })
            Remedy(
                """
                In a company's network often only the proxy resolves names: the client must be told of it (HTTPS_PROXY, or the proxy \
                setting of the editor or tool), and one whose HTTP client ignores the proxy looks names up itself and fails so.
                """)
        }
        ErrorCause(
            .networkProxyFailed, .network,
            types: [TypeHint(.proxyConnection, 90)],
            rules: [
                .peculiar("connect tunnel failed response|http", none: ["407"]),
                .peculiar("code from proxy after connect", none: ["407"]),
                .peculiar("tunnel connection failed", none: ["407"]),
                // Go, Node's agents, undici, hyper, .NET, Netty and OkHttp, each in words of its own.
                .peculiar("proxyconnect tcp", none: ["407"]),
                .peculiar("tunneling socket not established", none: ["407"]),
                .peculiar("proxy response 200 http tunneling", none: ["407"]),
                .peculiar("tunnel error unsuccessful|unexpected|failed|403|502|503", none: ["407"]),
                .peculiar("unexpected status from proxy", none: ["407"]),
                .peculiar("proxy tunnel request failed", none: ["407"]),
                .peculiar("proxy connection ended before receiving connect response"),
                .peculiar("unexpected response code connect", none: ["407"]),
                .peculiar("connect refused by proxy", none: ["407"]),
                .peculiar("proxyconnectexception|clienthttpproxyerror", none: ["407"]),
                // Go gives a proxy's refusal of the tunnel as the words of its status behind the URL.
                .peculiar("request send failed post xurl forbidden|gateway"),
                .peculiar("cannot|unable|failed|couldnt|could connect|resolve|reach proxy", none: ["407", "no proxy"]),
            ]
        ) { call in
            call.proxyRefusal
            Remedy("See which proxy is used, and which variable names it.", call.env)
        }
        ErrorCause(
            .networkProxyAuthentication, .network,
            statuses: [407: 55],
            rules: [
                .peculiar("proxy authentication required"),
                .peculiar("407", "proxy|tunnel|connect"),
            ]
        ) { call in
            Remedy(
                """
                Put the proxy's user name and password into the variable, percent-encoded: \
                HTTPS_PROXY=http://USER:PASSWORD@HOST:PORT. A proxy that takes Kerberos or NTLM only needs a local \
                proxy that speaks it.
                """)
            Remedy.advice("See which proxy is used, and by which variable's word.", call.env)
        }
        ErrorCause(
            .credentialsServiceUnreachable, .network,
            rules: [
                // The SDK for Rust, of a provider that asks AWS STS or Identity Center.
                .peculiar(
                    "credentialsstageerror source providererror", "dispatchfailure dispatchfailure",
                    "connectorerror kind io"),
                .peculiar(
                    "credentialsstageerror source providererror", "dispatchfailure", "connectorerror", "dns error"),
            ]
        ) { call in
            call.providersOwnWay.map { [$0] } ?? call.credentialsService
        }
    }
}
