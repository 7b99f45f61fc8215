import CCurl

/// A list of header lines in curl's form.
///
/// curl does not copy it: it must live as long as its transfer.
@safe struct CurlHeaderList: ~Copyable {
    let head: UnsafeMutablePointer<curl_slist>?

    init(_ lines: [[UInt8]]) throws(CurlFailure) {
        var list: UnsafeMutablePointer<curl_slist>?
        for line in lines {
            let text = line + [0]
            let longer = unsafe text.withUnsafeBytes { bytes in
                // curl copies it.
                unsafe bytes.assumingMemoryBound(to: CChar.self).baseAddress
                    .flatMap { unsafe curl_slist_append(list, $0) }
            }
            guard let longer = unsafe longer else {
                unsafe curl_slist_free_all(list)
                throw CurlFailure("curl_slist_append", CURLE_OUT_OF_MEMORY)
            }
            unsafe list = longer
        }
        unsafe head = list
    }

    deinit { unsafe curl_slist_free_all(head) }
}
