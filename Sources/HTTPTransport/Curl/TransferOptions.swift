import CCurl

extension CurlEasy {
    /// Sets everything that a plan says.
    ///
    /// The pointers must stay valid until the handle is freed.
    func apply(
        _ plan: TransferPlan, headers: borrowing CurlHeaderList, errorText: borrowing CurlErrorText
    ) throws(CurlFailure) {
        try unsafe set(CURLOPT_ERRORBUFFER, pointer: errorText.buffer, "CURLOPT_ERRORBUFFER")
        try set(CURLOPT_URL, plan.origin.text + "/", "CURLOPT_URL")
        try set(CURLOPT_PATH_AS_IS, 1, "CURLOPT_PATH_AS_IS")
        try set(CURLOPT_REQUEST_TARGET, plan.wireTarget, "CURLOPT_REQUEST_TARGET")
        try check(
            unsafe ccurl_easy_set_list(handle, CURLOPT_HTTPHEADER, headers.head), "CURLOPT_HTTPHEADER")
        try set(CURLOPT_USERAGENT, plan.configuration.userAgent, "CURLOPT_USERAGENT")
        try applyMethod(plan.request)
        try applyProtocols(plan)
        try applyProxy(plan.proxy)
        try applyTrust(plan.configuration.certificateAuthorities, throughProxy: plan.proxy != nil)
    }

    private func applyMethod(_ request: TransportRequest) throws(CurlFailure) {
        let carriesBody = !request.body.isEmpty || ["POST", "PUT", "PATCH"].contains(request.method)
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
        } else {
            try set(CURLOPT_HTTPGET, 1, "CURLOPT_HTTPGET")
        }
        let implied = carriesBody ? "POST" : request.method == "HEAD" ? "HEAD" : "GET"
        if request.method != implied {
            try set(CURLOPT_CUSTOMREQUEST, request.method, "CURLOPT_CUSTOMREQUEST")
        }
    }

    private func applyProtocols(_ plan: TransferPlan) throws(CurlFailure) {
        try check(unsafe ccurl_easy_set_http_only(handle), "CURLOPT_PROTOCOLS")
        try set(CURLOPT_FOLLOWLOCATION, 0, "CURLOPT_FOLLOWLOCATION")
        // Signals belong to the process; without them curl needs, and has, its threaded resolver.
        try set(CURLOPT_NOSIGNAL, 1, "CURLOPT_NOSIGNAL")
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
        if needsFresh { try set(CURLOPT_FRESH_CONNECT, 1, "CURLOPT_FRESH_CONNECT") }
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

    private func applyProxy(_ proxy: Proxy?) throws(CurlFailure) {
        // An empty string, not "unset": unset makes libcurl read the process's own proxy variables.
        try set(CURLOPT_PROXY, proxy?.url ?? "", "CURLOPT_PROXY")
        try set(CURLOPT_NOPROXY, "", "CURLOPT_NOPROXY")
        try set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1, "CURLOPT_SUPPRESS_CONNECT_HEADERS")
    }

    private func applyTrust(_ authorities: CertificateAuthorities, throughProxy: Bool)
        throws(CurlFailure)
    {
        try set(CURLOPT_SSL_VERIFYPEER, 1, "CURLOPT_SSL_VERIFYPEER")
        try set(CURLOPT_SSL_VERIFYHOST, 2, "CURLOPT_SSL_VERIFYHOST")
        let systems = authorities.directory == nil ? CurlLibrary.authorities : nil
        if let path = authorities.file?.path ?? systems {
            try set(CURLOPT_CAINFO, path, "CURLOPT_CAINFO")
            if throughProxy { try set(CURLOPT_PROXY_CAINFO, path, "CURLOPT_PROXY_CAINFO") }
        }
        if let directory = authorities.directory {
            try set(CURLOPT_CAPATH, directory.path, "CURLOPT_CAPATH")
            if throughProxy { try set(CURLOPT_PROXY_CAPATH, directory.path, "CURLOPT_PROXY_CAPATH") }
        }
    }
}
