/// Which proxy variable is in effect for a URL, by curl's rules.
///
/// `https_proxy`, `HTTPS_PROXY` for https; `http_proxy`, in small letters only, for http; then `all_proxy`, `ALL_PROXY`.
/// <https://curl.se/docs/manpage.html#ENVIRONMENT>
struct ProxySelection {
    /// The variable in effect and its value; `nil` when requests go out directly.
    let chosen: Setting?

    /// The entry of `no_proxy` that takes the host out; `nil` when none does.
    let bypass: String?

    /// The variable that holds the exceptions, and its value.
    let exceptions: Setting?

    init(scheme: String, host: String, _ variables: [String: String]) {
        let value = { (name: String) in
            variables[name].flatMap { $0.isEmpty ? nil : Setting($0, origin: name) }
        }
        let names =
            (scheme == "https" ? ["https_proxy", "HTTPS_PROXY"] : ["http_proxy"]) + ["all_proxy", "ALL_PROXY"]
        chosen = names.lazy.compactMap(value).first
        exceptions = value("no_proxy") ?? value("NO_PROXY")
        bypass = exceptions.flatMap { Self.entry(covering: host, in: $0.value) }
    }

    /// The entries of an exception list.
    static func entries(_ list: String) -> [Substring] {
        list.split { $0 == "," || $0 == " " || $0 == "\t" }.prefix(1000).map { $0 }
    }

    private static func entry(covering host: String, in list: String) -> String? {
        let name = host.lowercased().trimmingBrackets
        // A star counts alone, not as one entry among others (CURLOPT_NOPROXY).
        if list == "*" { return list }
        return entries(list).first { entry in
            var pattern = entry.lowercased().trimmingBrackets
            while pattern.hasPrefix(".") { pattern.removeFirst() }
            return !pattern.isEmpty && (name == pattern || name.hasSuffix("." + pattern))
        }.map(String.init)
    }
}

extension String {
    fileprivate var trimmingBrackets: String {
        hasPrefix("[") && hasSuffix("]") ? String(dropFirst().dropLast()) : self
    }
}
