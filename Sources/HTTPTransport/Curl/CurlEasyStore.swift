import CCurl

/// Easy handles that wait for their next transfer: making one costs more than everything that is set on it.
///
/// Used by one loop's thread.
@safe final class CurlEasyStore {
    private var handles: [UnsafeMutableRawPointer] = unsafe []

    /// As many as are worth their memory, some kilobytes each.
    private static let most = 64

    func take() throws(CurlFailure) -> UnsafeMutableRawPointer {
        if let handle = unsafe handles.popLast() { return unsafe handle }
        guard let handle = unsafe curl_easy_init() else {
            throw CurlFailure("curl_easy_init", CURLE_FAILED_INIT)
        }
        return unsafe handle
    }

    /// Takes a handle back that is in no multi handle any more.
    func give(_ handle: UnsafeMutableRawPointer) {
        // Closing may log: no callback may reach an owner that is being released.
        _ = unsafe ccurl_easy_set_long(handle, CURLOPT_VERBOSE, 0)
        guard unsafe handles.count < Self.most else {
            unsafe curl_easy_cleanup(handle)
            return
        }
        unsafe curl_easy_reset(handle)
        unsafe handles.append(handle)
    }

    deinit {
        while let handle = unsafe handles.popLast() { unsafe curl_easy_cleanup(handle) }
    }
}
