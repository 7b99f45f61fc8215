import CCurl
import Glibc
import NetworkTerms

/// libcurl as a whole: started once, with the first use.
enum CurlLibrary {
    /// The result of `curl_global_init`, which runs once.
    ///
    /// It must not run while another thread is in the library (libcurl before 7.84); Swift's lazy globals see to that.
    static let started: CURLcode = curl_global_init(Int(CURL_GLOBAL_DEFAULT))

    /// Whether this libcurl was built with HTTP/2.
    static let supportsHTTP2: Bool = {
        guard let info = unsafe ccurl_version_info() else { return false }
        return unsafe info.pointee.features & CURL_VERSION_HTTP2 != 0
    }()

    /// The file of trusted authorities to give to libcurl; nil where it finds its own, or none is anywhere.
    static let authorities: String? = {
        guard let info = unsafe ccurl_version_info() else { return nil }
        let builtIn = unsafe ccurl_built_in_cainfo(info).map { unsafe String(cString: $0) }
        return SystemAuthorities.file(builtIn: builtIn) { unsafe access($0, R_OK) == 0 }
    }()

    /// The names and versions of libcurl and its libraries.
    static var version: String { unsafe String(cString: curl_version()) }

    /// curl's words for a result code.
    static func text(_ code: CURLcode) -> String { unsafe String(cString: curl_easy_strerror(code)) }
}

/// A call into libcurl that failed: which one, and curl's result.
struct CurlFailure: Error {
    let call: String
    let number: Int
    let text: String

    init(_ call: String, _ code: CURLcode) {
        self.call = call
        number = Int(code.rawValue)
        text = CurlLibrary.text(code)
    }

    init(_ call: String, _ code: CURLMcode) {
        self.call = call
        number = Int(code.rawValue)
        text = unsafe String(cString: curl_multi_strerror(code))
    }

    var error: TransportError {
        TransportError(
            code: .curlFailure(number), message: "libcurl failed in \(call): \(text) (\(number)).",
            nextStep: "Check the installed libcurl: \(CurlLibrary.version).")
    }
}
