import CCurl

/// A list of header lines in curl's form.
///
/// curl neither copies nor changes it: it must live as long as its transfer.
@safe struct CurlHeaderList: ~Copyable {
    /// The first link; nil where there is no line.
    let head: UnsafeMutablePointer<curl_slist>?
    private let links: UnsafeMutableBufferPointer<curl_slist>
    private let text: UnsafeMutableBufferPointer<CChar>

    init(_ lines: HeaderLines) {
        let (bytes, starts) = (lines.bytes, lines.starts)
        let text = UnsafeMutableBufferPointer<CChar>.allocate(capacity: bytes.count)
        let links = UnsafeMutableBufferPointer<curl_slist>.allocate(capacity: starts.count)
        unsafe bytes.withUnsafeBytes { unsafe UnsafeMutableRawBufferPointer(text).copyMemory(from: $0) }
        for (place, start) in starts.enumerated() {
            let next = place + 1 < starts.count ? unsafe links.baseAddress.map { unsafe $0 + (place + 1) } : nil
            unsafe links.initializeElement(
                at: place, to: curl_slist(data: text.baseAddress.map { unsafe $0 + start }, next: next))
        }
        unsafe (self.text, self.links) = (text, links)
        unsafe head = starts.isEmpty ? nil : links.baseAddress
    }

    deinit {
        unsafe links.deallocate()
        unsafe text.deallocate()
    }
}
