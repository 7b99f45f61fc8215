/// The pages about proxies, trusted certificates and the connection.
extension FindingCode {
    package static let networkReachable = FindingCode(
        "network-reachable", in: .network,
        title: "The endpoint answers",
        meaning: "An HTTP answer came; its status is another matter.",
        looksLike: "A pass line with the times of name lookup, connection, TLS and first byte.",
        why: "Name, route, TLS and, where there is one, the proxy work.",
        fix: "Nothing to fix on the network. `doctor check` reads what the answer says about access.",
        detection: """
            One request without a signature was sent, and an HTTP answer came back, whatever its status.
            """,
        source: "RFC 9110")

    package static let networkProxyUsed = FindingCode(
        "network-proxy-used", in: .network,
        title: "Requests go through a proxy",
        meaning: "A proxy variable applies to the endpoint.",
        looksLike: "A pass line; a warning when the endpoint is on this machine.",
        why: "https_proxy, HTTPS_PROXY, all_proxy or ALL_PROXY is set, the first of them counts.",
        fix: "Nothing, if it is intended. A proxy that terminates TLS needs its certificate in AWS_CA_BUNDLE.",
        detection: "The variables, by curl's rules.",
        source: "https://curl.se/docs/manpage.html#ENVIRONMENT")

    package static let networkProxyBypassed = FindingCode(
        "network-proxy-bypassed", in: .network,
        title: "The endpoint is exempt from the proxy",
        meaning: "A proxy is set, and no_proxy takes this host out.",
        looksLike: """
            A pass line that names the entry of no_proxy. Where calls must go through the proxy, those that bypass it \
            time out.
            """,
        why: "An entry of no_proxy is the host or an end of its name.",
        fix: "Nothing, if it is intended. Where calls must go through the proxy, remove the entry.",
        detection: "The entries of no_proxy against the endpoint's host, by curl's rules.",
        source: "https://curl.se/libcurl/c/CURLOPT_NOPROXY.html")

    package static let networkProxyMalformed = FindingCode(
        "network-proxy-malformed", in: .network,
        title: "The proxy's setting cannot be used",
        meaning: "The variable's value is not a proxy URL.",
        looksLike: "\"Unsupported proxy syntax\" from curl.",
        why:
            "A scheme that does not exist, a space, or a port that is not a number. A password with @, / "
            + "or : must be percent-encoded.",
        fix: "export HTTPS_PROXY=http://host:port",
        detection: "The URL's parts. The value is not shown; it may hold a password.",
        source: "https://curl.se/libcurl/c/CURLOPT_PROXY.html")

    package static let networkProxyHTTPOnly = FindingCode(
        "network-proxy-http-only", in: .network,
        title: "There is a proxy for http, but none for https",
        meaning: "Bedrock is called over https, for which HTTP_PROXY does not count.",
        looksLike: "Timeouts, where calls must go through the proxy.",
        why: "The variables go by the scheme of the URL that is asked for, not of the proxy.",
        fix: "export HTTPS_PROXY=\"$HTTP_PROXY\"",
        detection: "HTTP_PROXY or http_proxy is set; https_proxy, HTTPS_PROXY, all_proxy and ALL_PROXY are not.",
        source: "https://curl.se/docs/manpage.html#ENVIRONMENT")

    package static let networkProxyCaseConflict = FindingCode(
        "network-proxy-case-conflict", in: .network,
        title: "A proxy variable differs from its twin in capitals",
        meaning: "Programs choose differently between the two.",
        looksLike: "One tool gets through, the other does not.",
        why: "curl takes the small letters; others take the capitals.",
        fix: "Set both to one value, or unset the capital one; `env | grep -i proxy` shows them.",
        detection: "Both are set, to different values.",
        source: "https://curl.se/docs/manpage.html#ENVIRONMENT")

    package static let networkNoProxyPattern = FindingCode(
        "network-no-proxy-pattern", in: .network,
        title: "no_proxy holds an entry that is not understood",
        meaning: "Patterns such as *.amazonaws.com, and URLs, match nothing.",
        looksLike: "Calls go to the proxy although they should not.",
        why: "There is no standard for the variable; every implementation understands suffixes.",
        fix: "Write the end of the name, .amazonaws.com, in place of the pattern.",
        detection: "An entry with a * beside other characters, or with ://.",
        source: "https://curl.se/libcurl/c/CURLOPT_NOPROXY.html")

    package static let networkCABundle = FindingCode(
        "network-ca-bundle", in: .network,
        title: "A file of trusted certificates is named",
        meaning: "It replaces the system's certificates.",
        looksLike: "A pass line with the number of certificates.",
        why: "AWS_CA_BUNDLE, SSL_CERT_FILE, CURL_CA_BUNDLE or REQUESTS_CA_BUNDLE is set; the first counts.",
        fix: "Nothing, if it holds all that is needed.",
        detection: "The variable that counts names a file; its PEM blocks are counted.",
        source: "https://docs.aws.amazon.com/sdkref/latest/guide/feature-gen-config.html")

    package static let networkCAMissing = FindingCode(
        "network-ca-missing", in: .network,
        title: "The file of trusted certificates does not exist",
        meaning: "A variable names a file that is not there.",
        looksLike: "Every https call fails at once with a TLS or file error.",
        why: "A path of another machine or container, or a package that was removed.",
        fix: "Correct the path, or unset the variable. On Debian: apt-get install -y ca-certificates",
        detection: "Nothing stands at the path that the variable names.",
        source: "https://curl.se/libcurl/c/CURLOPT_CAINFO.html")

    package static let networkCAUnreadable = FindingCode(
        "network-ca-unreadable", in: .network,
        title: "The file of trusted certificates cannot be read",
        meaning: "A variable names a file that cannot be opened or loaded.",
        looksLike: "Every https call fails at once with a TLS or file error.",
        why: "Permissions, a directory in its place, or damaged content.",
        fix: "ls -l on the file; or unset the variable.",
        detection: "The error of opening it, or of the TLS library.",
        source: "https://curl.se/libcurl/c/CURLOPT_CAINFO.html")

    package static let networkCANotPEM = FindingCode(
        "network-ca-not-pem", in: .network,
        title: "The file of trusted certificates is not PEM",
        meaning: "It holds no -----BEGIN CERTIFICATE-----.",
        looksLike: "Every https call fails with a TLS error.",
        why: "A DER file, or a login page saved in place of the certificate.",
        fix: "Convert it: openssl x509 -inform der -in FILE -out FILE.pem",
        detection: "The file holds no block that begins with -----BEGIN CERTIFICATE-----.",
        source: "RFC 7468")

    package static let networkNameUnresolved = FindingCode(
        "network-name-unresolved", in: .network,
        title: "The endpoint's name does not resolve",
        meaning: "DNS gives no address for a host that should exist.",
        looksLike: "\"Could not resolve host\", \"no such host\", getaddrinfo EAI_AGAIN.",
        why: "No network, a VPN that is down, a container without DNS, or a resolver that blocks.",
        fix:
            "getent hosts HOST on the same machine; then look at /etc/resolv.conf, the VPN, the "
            + "container's DNS.",
        detection: "The name lookup failed, in a region that has Bedrock.",
        source: "RFC 1035")

    package static let networkConnectFailed = FindingCode(
        "network-connect-failed", in: .network,
        title: "No connection to the endpoint",
        meaning: "The name resolves, and the connection is refused or has no route.",
        looksLike: "\"Connection refused\", \"No route to host\".",
        why:
            "A firewall, a security group of a VPC endpoint without port 443, or a local server that is "
            + "not running.",
        fix: "curl -sv https://HOST/ and look at the address; then the route and the security group.",
        detection: "The connection attempt failed before a deadline.",
        source: "connect(2)")

    package static let networkConnectTimeout = FindingCode(
        "network-connect-timeout", in: .network,
        title: "The connection is not accepted in time",
        meaning: "Nothing answers: packets are dropped on the way.",
        looksLike: "\"Connection timed out\" after many seconds.",
        why:
            "A private subnet without a NAT gateway or a VPC endpoint for bedrock-runtime, or a network "
            + "where a proxy must be used.",
        fix: "Make a VPC endpoint for com.amazonaws.REGION.bedrock-runtime, or set HTTPS_PROXY.",
        detection: "A deadline passed during name lookup, connection or TLS.",
        source: "https://docs.aws.amazon.com/bedrock/latest/userguide/vpc-interface-endpoints.html")

    package static let networkAnswerTimeout = FindingCode(
        "network-answer-timeout", in: .network,
        title: "No answer in time",
        meaning: "The request went out, and nothing came back before the deadline.",
        looksLike: "Read timeout on endpoint URL; Client.Timeout exceeded while awaiting headers.",
        why: "A slow model, a long prompt, or a proxy that holds answers back.",
        fix: "Allow more time: --timeout. Try a small model to tell the two apart.",
        detection: "A deadline passed after the request was sent.",
        source: "https://docs.aws.amazon.com/bedrock/latest/userguide/troubleshooting-api-error-codes.html")

    package static let networkTLSFailed = FindingCode(
        "network-tls-failed", in: .network,
        title: "TLS could not be set up",
        meaning: "The handshake failed for another reason than trust.",
        looksLike: "\"wrong version number\", \"handshake failure\", \"unexpected eof\".",
        why: "A server that speaks plain http on that port, a middle box, or no common TLS version.",
        fix: "openssl s_client -connect HOST:443 -servername HOST; check the endpoint's scheme.",
        detection: "The TLS library's error, which speaks of the handshake and not of a certificate.",
        source: "RFC 8446")

    package static let networkCertificateUntrusted = FindingCode(
        "network-certificate-untrusted", in: .network,
        title: "The endpoint's certificate is not trusted",
        meaning: "The chain ends in a certificate that this machine does not know.",
        looksLike: "\"unable to get local issuer certificate\", \"self-signed certificate in certificate chain\".",
        why: "A company's proxy opens TLS, or the system has no CA certificates (slim containers).",
        fix:
            "Name the company's CA file in AWS_CA_BUNDLE, or install ca-certificates. Verification "
            + "cannot be switched off here.",
        detection: "The TLS library's verification result.",
        source: "RFC 5280, section 6")

    package static let networkCertificateTime = FindingCode(
        "network-certificate-time", in: .network,
        title: "The certificate is not valid at this time",
        meaning: "By the local clock it has expired, or is not valid yet.",
        looksLike: "\"certificate has expired\", \"certificate is not yet valid\".",
        why: "AWS renews its certificates in time; the local clock is likelier to be far off.",
        fix: "date -u, then set the clock: sudo timedatectl set-ntp true",
        detection: "The TLS library's verification result.",
        source: "RFC 5280, section 4.1.2.5")

    package static let networkCertificateWrongHost = FindingCode(
        "network-certificate-wrong-host", in: .network,
        title: "The certificate is for another host",
        meaning: "The server's certificate does not name the host that was asked for.",
        looksLike: "\"no alternative certificate subject name matches\".",
        why: "A captive portal, an entry in /etc/hosts, a proxy, or an alias in the endpoint's URL.",
        fix: "getent hosts HOST, and see who answers there. For a VPC endpoint use its own name, or private DNS.",
        detection: "The TLS library's verification result.",
        source: "RFC 9525")

    package static let networkConnectionClosed = FindingCode(
        "network-connection-closed", in: .network,
        title: "The connection was closed before an answer",
        meaning: "It was reset or ended while the request or the answer was under way.",
        looksLike: "\"Connection reset by peer\", \"Empty reply from server\".",
        why: "A firewall or a proxy that ends what it does not like, a load balancer that timed out.",
        fix: "Try again; if it repeats, try another network or without the proxy.",
        detection: "The transport's error: reset, closed, or ended before the answer was whole.",
        source: "RFC 9112, section 9")

    package static let networkAnswerMalformed = FindingCode(
        "network-answer-malformed", in: .network,
        title: "The answer is not HTTP",
        meaning: "Something answered, but not an HTTP server.",
        looksLike: "\"Received HTTP/0.9 when not allowed\", \"invalid status line\".",
        why: "A wrong port, a wrong scheme, or another service on the port.",
        fix: "Check the endpoint: doctor env",
        detection: "Bytes came back that curl does not accept as HTTP.",
        source: "RFC 9112, section 4")

    package static let networkProxyFailed = FindingCode(
        "network-proxy-failed", in: .network,
        title: "The proxy did not let the call through",
        meaning: "The proxy could not be reached, or refused the connection to the endpoint.",
        looksLike: "\"CONNECT tunnel failed, response 403\", \"Could not resolve proxy\".",
        why: "It does not allow the host, cannot reach it, or is not there.",
        fix: "Ask for the host to be allowed, or exempt it with NO_PROXY where a direct way exists.",
        detection: "The transport's error names the proxy: its name, its connection, or its answer to CONNECT.",
        source: "RFC 9110, section 9.3.6")

    package static let networkProxyAuthentication = FindingCode(
        "network-proxy-authentication", in: .network,
        title: "The proxy requires a user name and a password",
        meaning: "The proxy answered 407: it wants to know who is calling.",
        looksLike: """
            407 Proxy Authentication Required; Received HTTP code 407 from proxy after CONNECT; CONNECT tunnel \
            failed, response 407; Tunnel connection failed: 407
            """,
        why: """
            The proxy variable holds no user name and password, or old ones. A proxy that knows Kerberos or NTLM \
            only does the same to clients that speak neither.
            """,
        fix: """
            Put them into the variable, percent-encoded: HTTPS_PROXY=http://USER:PASSWORD@HOST:PORT. Where the proxy \
            takes Kerberos or NTLM only, let a local proxy such as cntlm or px speak for the client.
            """,
        detection: "The status 407 beside the words proxy, tunnel or CONNECT.",
        source: "RFC 9110, section 15.5.8")

    package static let networkFailed = FindingCode(
        "network-failed", in: .network,
        title: "The endpoint could not be reached",
        meaning: "The transport failed in a way that has no code of its own.",
        looksLike: "The transport's own words are in the evidence.",
        why: """
            It has no code here; the words in the evidence are those of curl or the system, and say which step \
            failed.
            """,
        fix: "curl -sv https://HOST/ shows the steps.",
        detection: "A transport error that no other network code covers.",
        source: "https://curl.se/libcurl/c/libcurl-errors.html")

    static let networkCodes: [FindingCode] = [
        networkReachable, networkProxyUsed, networkProxyBypassed, networkProxyMalformed, networkProxyHTTPOnly,
        networkProxyCaseConflict, networkNoProxyPattern, networkCABundle, networkCAMissing, networkCAUnreadable,
        networkCANotPEM, networkNameUnresolved, networkConnectFailed, networkConnectTimeout, networkAnswerTimeout,
        networkTLSFailed, networkCertificateUntrusted, networkCertificateTime, networkCertificateWrongHost,
        networkConnectionClosed, networkAnswerMalformed, networkProxyFailed, networkProxyAuthentication, networkFailed,
    ]
}
