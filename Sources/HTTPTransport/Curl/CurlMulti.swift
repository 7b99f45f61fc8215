import CCurl

/// A multi handle: all transfers of one loop and their connections.
///
/// Used by the loop's thread only.
@safe struct CurlMulti: ~Copyable {
    private let handle: UnsafeMutableRawPointer

    init() throws(CurlFailure) {
        guard let handle = unsafe curl_multi_init() else {
            throw CurlFailure("curl_multi_init", CURLM_OUT_OF_MEMORY)
        }
        unsafe self.handle = handle
    }

    deinit {
        // Cleaning up closes connections and reports each socket: to nobody.
        _ = unsafe ccurl_multi_set_socket_callback(handle, nil)
        _ = unsafe ccurl_multi_set_timer_callback(handle, nil)
        unsafe curl_multi_cleanup(handle)
    }

    /// Has sockets and the timer reported to these callbacks, with the context.
    func report(
        sockets: curl_socket_callback, timer: curl_multi_timer_callback,
        to context: UnsafeMutableRawPointer
    ) throws(CurlFailure) {
        try check(unsafe ccurl_multi_set_socket_callback(handle, sockets), "CURLMOPT_SOCKETFUNCTION")
        try check(
            unsafe ccurl_multi_set_pointer(handle, CURLMOPT_SOCKETDATA, context), "CURLMOPT_SOCKETDATA")
        try check(unsafe ccurl_multi_set_timer_callback(handle, timer), "CURLMOPT_TIMERFUNCTION")
        try check(
            unsafe ccurl_multi_set_pointer(handle, CURLMOPT_TIMERDATA, context), "CURLMOPT_TIMERDATA")
    }

    /// Limits the connections that are open at once, idle ones included.
    func limitConnections(to count: Int) throws(CurlFailure) {
        let limit = max(count, 1)
        try check(
            unsafe ccurl_multi_set_long(handle, CURLMOPT_MAX_TOTAL_CONNECTIONS, limit),
            "CURLMOPT_MAX_TOTAL_CONNECTIONS")
        try check(
            unsafe ccurl_multi_set_long(handle, CURLMOPT_MAXCONNECTS, limit), "CURLMOPT_MAXCONNECTS")
    }

    func add(_ easy: borrowing CurlEasy) throws(CurlFailure) {
        try check(unsafe curl_multi_add_handle(handle, easy.handle), "curl_multi_add_handle")
    }

    func remove(_ easy: borrowing CurlEasy) {
        // It fails only for a handle that is not in this multi handle, which leaves nothing to remove.
        _ = unsafe curl_multi_remove_handle(handle, easy.handle)
    }

    /// Lets curl work on a socket that is ready.
    func act(on socket: Int32, _ bits: Int32) {
        var running: Int32 = 0
        _ = unsafe curl_multi_socket_action(handle, socket, bits, &running)
    }

    /// Lets curl work because its timer ran out.
    func actOnTimer() {
        var running: Int32 = 0
        _ = unsafe curl_multi_socket_action(handle, ccurl_no_socket(), 0, &running)
    }

    /// Takes the next finished transfer: the owner of its handle and curl's result.
    func nextFinished() -> (transfer: Transfer, result: CURLcode)? {
        var left: Int32 = 0
        while let message = unsafe curl_multi_info_read(handle, &left) {
            var context: UnsafeMutableRawPointer?
            guard unsafe message.pointee.msg == CURLMSG_DONE,
                unsafe ccurl_easy_get_pointer(message.pointee.easy_handle, CURLINFO_PRIVATE, &context)
                    == CURLE_OK,
                let transfer = unsafe Transfer.behind(context)
            else { continue }
            return (transfer, unsafe ccurl_message_result(message))
        }
        return nil
    }

    private func check(_ code: CURLMcode, _ name: StaticString) throws(CurlFailure) {
        guard code == CURLM_OK else { throw CurlFailure("\(name)", code) }
    }
}
