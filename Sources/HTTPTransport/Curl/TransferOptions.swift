import CCurl

extension CurlEasy {
    /// Sets everything that a plan says.
    ///
    /// The pointers must stay valid until the handle is given back. What is set here for one transfer is set for every one:
    /// the handle keeps its options (``CurlHandle``).
    func apply(
        _ plan: TransferPlan, headers: borrowing CurlHeaderList, errorText: borrowing CurlErrorText
    ) throws(CurlFailure) {
        try prepare { (easy) throws(CurlFailure) in try easy.applyCommon(plan.configuration) }
        try unsafe set(CURLOPT_ERRORBUFFER, pointer: errorText.buffer, "CURLOPT_ERRORBUFFER")
        try direct(to: plan.origin)
        try set(CURLOPT_REQUEST_TARGET, plan.wireTarget, "CURLOPT_REQUEST_TARGET")
        try check(
            unsafe ccurl_easy_set_list(handle, CURLOPT_HTTPHEADER, headers.head), "CURLOPT_HTTPHEADER")
        try applyMethod(plan.request)
        try applyVersion(plan)
        try applyProxy(plan.proxy, plan.configuration.certificateAuthorities)
    }

    /// Sets what is the same for all transfers of a configuration.
    private func applyCommon(_ configuration: TransportConfiguration) throws(CurlFailure) {
        try set(CURLOPT_PATH_AS_IS, 1, "CURLOPT_PATH_AS_IS")
        try set(CURLOPT_USERAGENT, configuration.userAgent, "CURLOPT_USERAGENT")
        try check(unsafe ccurl_easy_set_http_only(handle), "CURLOPT_PROTOCOLS")
        try set(CURLOPT_FOLLOWLOCATION, 0, "CURLOPT_FOLLOWLOCATION")
        // Signals belong to the process; without them curl needs, and has, its threaded resolver.
        try set(CURLOPT_NOSIGNAL, 1, "CURLOPT_NOSIGNAL")
        try set(CURLOPT_NOPROXY, "", "CURLOPT_NOPROXY")
        try set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1, "CURLOPT_SUPPRESS_CONNECT_HEADERS")
        try applyTrust(configuration.certificateAuthorities)
        try observe()
    }

    private func applyMethod(_ request: TransportRequest) throws(CurlFailure) {
        let carriesBody = !request.body.isEmpty || ["POST", "PUT", "PATCH"].contains(request.method)
        // First of all, for it takes back what HEAD set.
        try set(CURLOPT_HTTPGET, 1, "CURLOPT_HTTPGET")
        if carriesBody {
            // The size first: COPYPOSTFIELDS copies that many bytes.
            try set(
                CURLOPT_POSTFIELDSIZE_LARGE, offset: request.body.count, "CURLOPT_POSTFIELDSIZE_LARGE")
            let code = unsafe request.body.withUnsafeBytes { bytes in
                // An empty array may have no address, and a null pointer would mean "ask the read callback".
                unsafe bytes.baseAddress.map {
                    unsafe ccurl_easy_set_pointer(handle, CURLOPT_COPYPOSTFIELDS, $0)
                } ?? ccurl_easy_set_string(handle, CURLOPT_COPYPOSTFIELDS, "")
            }
            try check(code, "CURLOPT_COPYPOSTFIELDS")
        } else if request.method == "HEAD" {
            try set(CURLOPT_NOBODY, 1, "CURLOPT_NOBODY")
        }
        let implied = carriesBody ? "POST" : request.method == "HEAD" ? "HEAD" : "GET"
        if request.method != implied {
            try set(CURLOPT_CUSTOMREQUEST, request.method, "CURLOPT_CUSTOMREQUEST")
        } else {
            try check(unsafe ccurl_easy_set_string(handle, CURLOPT_CUSTOMREQUEST, nil), "CURLOPT_CUSTOMREQUEST")
        }
    }

    private func applyVersion(_ plan: TransferPlan) throws(CurlFailure) {
        let hasPriorKnowledge = plan.hasPriorKnowledgeOfHTTP2
        let version =
            switch plan.configuration.httpVersion {
            case .automatic: CurlLibrary.supportsHTTP2 ? CURL_HTTP_VERSION_2TLS : CURL_HTTP_VERSION_1_1
            case .http1: CURL_HTTP_VERSION_1_1
            case .http2: hasPriorKnowledge ? CURL_HTTP_VERSION_2_PRIOR_KNOWLEDGE : CURL_HTTP_VERSION_2TLS
            }
        try set(CURLOPT_HTTP_VERSION, Int(version), "CURLOPT_HTTP_VERSION")
        // Wait for a connection under way to the same host and share it if it turns out to be HTTP/2: a handshake costs
        // more than the wait. What is certainly HTTP/1.1 must not wait.
        let needsFresh = hasPriorKnowledge && CurlLibrary.losesPriorKnowledge
        try set(CURLOPT_FRESH_CONNECT, needsFresh ? 1 : 0, "CURLOPT_FRESH_CONNECT")
        let mayShare =
            hasPriorKnowledge && !needsFresh || plan.origin.scheme == .https && plan.configuration.httpVersion != .http1
        try set(CURLOPT_PIPEWAIT, mayShare ? 1 : 0, "CURLOPT_PIPEWAIT")
        // Deadlines are the loop's own. curl still must know about how long it has, because it divides the time
        // among the addresses of a host.
        let limit = min(plan.request.timeouts.connect, plan.request.timeouts.total) + .milliseconds(500)
        try setConnectTimeout(limit)
    }

    /// Sets the time after which curl itself gives up connecting.
    func setConnectTimeout(_ limit: Duration) throws(CurlFailure) {
        let (seconds, attoseconds) = limit.components
        // curl's limit is INT_MAX milliseconds; beyond it the option is refused.
        let milliseconds =
            min(max(seconds, 0), 2_000_000) * 1000 + max(attoseconds, 0) / 1_000_000_000_000_000
        try set(CURLOPT_CONNECTTIMEOUT_MS, max(Int(milliseconds), 1), "CURLOPT_CONNECTTIMEOUT_MS")
    }

    private func applyProxy(_ proxy: Proxy?, _ authorities: CertificateAuthorities) throws(CurlFailure) {
        // An empty string, not "unset": unset makes libcurl read the process's own proxy variables.
        try set(CURLOPT_PROXY, proxy?.url ?? "", "CURLOPT_PROXY")
        // Not where no proxy is: a libcurl may be without TLS to proxies, and refuses the options then.
        guard proxy != nil else { return }
        if let path = Self.file(authorities) { try set(CURLOPT_PROXY_CAINFO, path, "CURLOPT_PROXY_CAINFO") }
        if let directory = authorities.directory {
            try set(CURLOPT_PROXY_CAPATH, directory.path, "CURLOPT_PROXY_CAPATH")
        }
    }

    private func applyTrust(_ authorities: CertificateAuthorities) throws(CurlFailure) {
        try set(CURLOPT_SSL_VERIFYPEER, 1, "CURLOPT_SSL_VERIFYPEER")
        try set(CURLOPT_SSL_VERIFYHOST, 2, "CURLOPT_SSL_VERIFYHOST")
        if let path = Self.file(authorities) { try set(CURLOPT_CAINFO, path, "CURLOPT_CAINFO") }
        if let directory = authorities.directory { try set(CURLOPT_CAPATH, directory.path, "CURLOPT_CAPATH") }
    }

    /// The file of authorities to trust: the one that is named, else the system's, unless a directory is named.
    private static func file(_ authorities: CertificateAuthorities) -> String? {
        authorities.file?.path ?? (authorities.directory == nil ? CurlLibrary.authorities : nil)
    }
}
