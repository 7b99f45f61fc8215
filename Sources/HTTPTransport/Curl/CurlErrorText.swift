import CCurl

/// The buffer in which curl writes its words for a failed transfer (CURLOPT_ERRORBUFFER).
///
/// It must outlive the handle.
@safe struct CurlErrorText: ~Copyable {
    let buffer: UnsafeMutablePointer<CChar>

    init() {
        unsafe buffer = .allocate(capacity: Int(CURL_ERROR_SIZE))
        unsafe buffer.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
    }

    deinit { unsafe buffer.deallocate() }

    /// What curl wrote, or its general words for the code.
    func text(for code: CURLcode) -> String {
        let own = unsafe String(cString: buffer)
        return own.isEmpty ? CurlLibrary.text(code) : own
    }
}
