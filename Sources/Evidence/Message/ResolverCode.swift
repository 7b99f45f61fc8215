import WireText

/// The number that a resolver gives for a name without an address, whatever the language of its words.
///
/// `getaddrinfo` answers with negative numbers on Linux (`EAI_NONAME` is -2, `EAI_AGAIN` -3, `EAI_NODATA` -5) and 8 on macOS;
/// Windows with 11001 to 11004 (`WSAHOST_NOT_FOUND` and the others).
package enum ResolverCode {
    private static let marks = [
        "[Errno -2]", "[Errno -3]", "[Errno -5]", "[Errno 8] nodename", "[Errno 11001]", "[Errno 11002]",
        "[Errno 11004]",
        "WinError 11001", "WinError 11002", "WinError 11004", "(os error 11001)", "(11001)", "EAI_NONAME", "EAI_NODATA",
        "WSAHOST_NOT_FOUND", "php_network_getaddresses", "gaierror(-2", "gaierror(-3", "gaierror(-5",
        // Node names the call and the number's name before the host.
        "getaddrinfo ENOTFOUND ", "getaddrinfo EAI_AGAIN ",
    ]

    package static func stands(in text: String) -> Bool {
        let bytes = Array(text.utf8.prefix(65_536))[...]
        return marks.contains { bytes.contains($0) }
    }
}
