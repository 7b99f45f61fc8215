import CCurl

/// An easy handle: one transfer.
///
/// Every option's result is checked, and options are named by what they mean here.
@safe struct CurlEasy: ~Copyable {
    let handle: UnsafeMutableRawPointer
    private let held: CurlHandle
    private let store: CurlEasyStore

    /// Takes a handle from the store, which gets it back when the transfer is over.
    init(from store: CurlEasyStore) throws(CurlFailure) {
        held = try store.take()
        unsafe handle = held.pointer
        self.store = store
    }

    deinit { store.give(held) }

    /// Sets what all transfers of a loop have in common, unless the handle has it from the one before.
    func prepare(with options: (borrowing CurlEasy) throws(CurlFailure) -> Void) throws(CurlFailure) {
        guard !held.isPrepared else { return }
        try options(self)
        held.isPrepared = true
    }

    /// Directs the transfer to an origin.
    func direct(to origin: Origin) throws(CurlFailure) { try held.direct(to: origin) }

    /// Says that the transfer succeeded at once, so that its handle may be used again as it is.
    func noteSuccess() { held.wentWell = true }

    func set(_ option: CURLoption, _ value: Int, _ name: StaticString) throws(CurlFailure) {
        try check(unsafe ccurl_easy_set_long(handle, option, value), name)
    }

    func set(_ option: CURLoption, offset: Int, _ name: StaticString) throws(CurlFailure) {
        try check(unsafe ccurl_easy_set_offset(handle, option, curl_off_t(offset)), name)
    }

    func set(_ option: CURLoption, _ value: String, _ name: StaticString) throws(CurlFailure) {
        try check(unsafe ccurl_easy_set_string(handle, option, value), name)
    }

    func set(
        _ option: CURLoption, pointer: UnsafeRawPointer?, _ name: StaticString
    ) throws(CurlFailure) {
        try check(unsafe ccurl_easy_set_pointer(handle, option, pointer), name)
    }

    func check(_ code: CURLcode, _ name: StaticString) throws(CurlFailure) {
        guard code == CURLE_OK else { throw CurlFailure("curl_easy_setopt(\(name))", code) }
    }

    /// Lets a transfer go on that a callback had pause.
    func resume() throws(CurlFailure) {
        let code = unsafe curl_easy_pause(handle, CURLPAUSE_CONT)
        guard code == CURLE_OK else { throw CurlFailure("curl_easy_pause", code) }
    }

    /// A number that curl keeps about the transfer; 0 when it has none.
    func long(_ info: CURLINFO) -> Int {
        var value = 0
        return unsafe ccurl_easy_get_long(handle, info, &value) == CURLE_OK ? value : 0
    }

    /// A time or size that curl keeps about the transfer; 0 when it has none.
    func offset(_ info: CURLINFO) -> Int {
        var value: curl_off_t = 0
        return unsafe ccurl_easy_get_offset(handle, info, &value) == CURLE_OK ? Int(value) : 0
    }

    /// A time since the transfer's start (`CURLINFO_*_TIME_T`, microseconds).
    func time(_ info: CURLINFO) -> Duration { .microseconds(offset(info)) }
}
