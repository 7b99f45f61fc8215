import CCurl

/// An easy handle, which outlives its transfers, and what it keeps from one to the next.
///
/// What is the same for all transfers of a loop is set once and stays set: setting it anew, and having curl read the URL
/// anew, costs as much as the rest of a small exchange's client. So whatever one transfer sets differently must be set by
/// each (``CurlEasy/apply``).
@safe final class CurlHandle {
    let pointer: UnsafeMutableRawPointer
    /// Whether the common options are set.
    var isPrepared = false
    /// Whether nothing but a plain success has come of the transfer.
    ///
    /// After anything else the handle is reset: curl counts there how often it tried again, and gives up by that count.
    var wentWell = false
    /// The origin of the transfer before, and curl's form of it.
    private var origin: Origin?
    private var url: OpaquePointer?

    init() throws(CurlFailure) {
        guard let pointer = unsafe curl_easy_init() else {
            throw CurlFailure("curl_easy_init", CURLE_FAILED_INIT)
        }
        unsafe self.pointer = pointer
    }

    deinit {
        unsafe curl_easy_cleanup(pointer)
        if let url = unsafe url { unsafe curl_url_cleanup(url) }
    }

    /// Takes leave of a transfer: nothing of it is kept, and no callback may reach it.
    func letGo() {
        // Closing may log.
        _ = unsafe ccurl_easy_set_long(pointer, CURLOPT_VERBOSE, 0)
        if wentWell {
            _ = unsafe ccurl_easy_set_pointer(pointer, CURLOPT_ERRORBUFFER, nil)
            _ = unsafe ccurl_easy_set_list(pointer, CURLOPT_HTTPHEADER, nil)
            _ = unsafe ccurl_easy_set_pointer(pointer, CURLOPT_COPYPOSTFIELDS, nil)
        } else {
            unsafe curl_easy_reset(pointer)
            isPrepared = false
            origin = nil
        }
        wentWell = false
    }

    /// Directs the transfer to an origin.
    func direct(to new: Origin) throws(CurlFailure) {
        if let origin, origin.authority == new.authority, origin.scheme == new.scheme { return }
        let text = new.text + "/"
        // The text as well: curl shows it, and takes it for its own rules, which know nothing of the parsed form.
        let code = unsafe ccurl_easy_set_string(pointer, CURLOPT_URL, text)
        guard code == CURLE_OK else { throw CurlFailure("curl_easy_setopt(CURLOPT_URL)", code) }
        try unsafe set(parsed(text))
        origin = new
    }

    private func parsed(_ text: String) throws(CurlFailure) -> OpaquePointer {
        guard let parsed = unsafe curl_url() else { throw CurlFailure("curl_url", CURLE_OUT_OF_MEMORY) }
        guard unsafe curl_url_set(parsed, CURLUPART_URL, text, 0) == CURLUE_OK else {
            unsafe curl_url_cleanup(parsed)
            throw CurlFailure("curl_url_set", CURLE_URL_MALFORMAT)
        }
        return unsafe parsed
    }

    private func set(_ new: OpaquePointer) throws(CurlFailure) {
        let code = unsafe ccurl_easy_set_pointer(pointer, CURLOPT_CURLU, UnsafeRawPointer(new))
        guard code == CURLE_OK else {
            unsafe curl_url_cleanup(new)
            throw CurlFailure("curl_easy_setopt(CURLOPT_CURLU)", code)
        }
        if let url = unsafe url { unsafe curl_url_cleanup(url) }
        unsafe url = new
    }
}
