import CCurl
import Glibc

extension CurlEasy {
    /// Has everything that happens to the transfer reported to the ``Transfer`` behind the pointer.
    ///
    /// The pointer is not retained; whoever owns the handle is what it points to.
    func report(to context: UnsafeMutableRawPointer) throws(CurlFailure) {
        try unsafe set(CURLOPT_PRIVATE, pointer: context, "CURLOPT_PRIVATE")
        try unsafe set(CURLOPT_WRITEDATA, pointer: context, "CURLOPT_WRITEDATA")
        try unsafe set(CURLOPT_HEADERDATA, pointer: context, "CURLOPT_HEADERDATA")
        try unsafe set(CURLOPT_DEBUGDATA, pointer: context, "CURLOPT_DEBUGDATA")
        try unsafe set(CURLOPT_RESOLVER_START_DATA, pointer: context, "CURLOPT_RESOLVER_START_DATA")
        try unsafe set(CURLOPT_OPENSOCKETDATA, pointer: context, "CURLOPT_OPENSOCKETDATA")
        try unsafe set(CURLOPT_PREREQDATA, pointer: context, "CURLOPT_PREREQDATA")
        try set(CURLOPT_VERBOSE, 1, "CURLOPT_VERBOSE")
    }

    /// Sets the callbacks.
    ///
    /// The closures capture nothing: a C function pointer has no room for it.
    func observe() throws(CurlFailure) {
        try observeBytes()
        try observeConnection()
    }

    private func observeBytes() throws(CurlFailure) {
        try check(
            unsafe ccurl_easy_set_write_callback(handle, CURLOPT_WRITEFUNCTION) {
                bytes, size, count, context in
                guard let transfer = unsafe Transfer.behind(context) else { return 0 }
                let chunk = unsafe UnsafeRawBufferPointer(start: bytes, count: size * count)
                return switch unsafe transfer.receivedBody(chunk) {
                case .taken: chunk.count
                case .later: Int(CURL_WRITEFUNC_PAUSE)
                case .tooLarge: 0
                }
            }, "CURLOPT_WRITEFUNCTION")

        try check(
            unsafe ccurl_easy_set_write_callback(handle, CURLOPT_HEADERFUNCTION) {
                bytes, size, count, context in
                guard let transfer = unsafe Transfer.behind(context) else { return 0 }
                let line = unsafe UnsafeRawBufferPointer(start: bytes, count: size * count)
                // Anything but the line's size ends the transfer.
                return unsafe transfer.receivedHeadLine(line) ? line.count : 0
            }, "CURLOPT_HEADERFUNCTION")

        // The debug callback is the only one that sees what curl itself writes into a request.
        try check(
            unsafe ccurl_easy_set_debug_callback(handle) { _, kind, bytes, count, context in
                guard let transfer = unsafe Transfer.behind(context) else { return 0 }
                let chunk = unsafe UnsafeRawBufferPointer(start: bytes, count: count)
                switch kind {
                case CURLINFO_HEADER_OUT, CURLINFO_DATA_OUT: unsafe transfer.sent(chunk)
                case CURLINFO_SSL_DATA_OUT: transfer.handshakeStarted()
                case CURLINFO_DATA_IN: transfer.receivedFramed(count: chunk.count)
                case CURLINFO_HEADER_IN: unsafe transfer.receivedProxyHead(chunk)
                default: break
                }
                return 0
            }, "CURLOPT_DEBUGFUNCTION")
    }

    private func observeConnection() throws(CurlFailure) {
        try check(
            unsafe ccurl_easy_set_lookup_callback(handle) { _, _, context in
                unsafe Transfer.behind(context)?.lookupStarted()
                return 0
            }, "CURLOPT_RESOLVER_START_FUNCTION")

        try check(
            unsafe ccurl_easy_set_socket_callback(handle) { context, _, address in
                guard let transfer = unsafe Transfer.behind(context), let address = unsafe address,
                    transfer.socketWanted()
                else { return ccurl_no_socket() }
                // The same call as curl's own; SOCK_CLOEXEC keeps the socket from programs that others start.
                return unsafe socket(
                    address.pointee.family, address.pointee.socktype | Int32(SOCK_CLOEXEC.rawValue),
                    address.pointee.protocol)
            }, "CURLOPT_OPENSOCKETFUNCTION")

        try check(
            unsafe ccurl_easy_set_prerequest_callback(handle) { context, _, _, _, _ in
                unsafe Transfer.behind(context)?.connectionReady()
                return CURL_PREREQFUNC_OK
            }, "CURLOPT_PREREQFUNCTION")
    }
}
