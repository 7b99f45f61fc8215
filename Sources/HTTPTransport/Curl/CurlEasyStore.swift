import CCurl

/// Easy handles that wait for their next transfer: making one costs more than everything that is set on it.
///
/// Used by one loop's thread.
@safe final class CurlEasyStore {
    private var handles: [CurlHandle] = []

    /// As many as are worth their memory, some kilobytes each.
    private static let most = 64

    func take() throws(CurlFailure) -> CurlHandle {
        if let handle = handles.popLast() { return handle }
        return try CurlHandle()
    }

    /// Takes a handle back that is in no multi handle any more.
    func give(_ handle: CurlHandle) {
        handle.letGo()
        if handles.count < Self.most { handles.append(handle) }
    }
}
