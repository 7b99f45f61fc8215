import CCurl
import Glibc
import NetworkTerms

/// libcurl as a whole: loaded and started once, with the first transport.
enum CurlLibrary {
    /// Why libcurl cannot be used; nil when it can.
    ///
    /// `curl_global_init` must not run while another thread is in the library (libcurl before 7.84); Swift's lazy globals
    /// see to that.
    static let fault: CurlFailure? = {
        if let missing = unsafe ccurl_load(file) { return CurlFailure(loading: unsafe String(cString: missing)) }
        if let info = unsafe ccurl_version_info(), unsafe info.pointee.version_num < oldest {
            return CurlFailure(loading: "version \(unsafe String(cString: info.pointee.version)) is older than 7.80")
        }
        let started = curl_global_init(Int(CURL_GLOBAL_DEFAULT))
        return started == CURLE_OK ? nil : CurlFailure("curl_global_init", started)
    }()

    /// The file's name, with the number of libcurl's binary interface, the same since 2006.
    private static let file = "libcurl.so.4"

    /// Version 7.80, the first with CURLOPT_PREREQFUNCTION.
    private static let oldest: UInt32 = 0x075000

    /// Whether this libcurl was built with HTTP/2.
    static let supportsHTTP2: Bool = {
        guard fault == nil, let info = unsafe ccurl_version_info() else { return false }
        return unsafe info.pointee.features & CURL_VERSION_HTTP2 != 0
    }()

    /// Whether this libcurl fails when it uses a connection of prior knowledge again, as those before 8.0.0 do
    /// (<https://curl.se/ch/8.0.0.html>).
    static let losesPriorKnowledge: Bool = {
        guard fault == nil, let info = unsafe ccurl_version_info() else { return false }
        return unsafe info.pointee.version_num < 0x080000
    }()

    /// The file of trusted authorities to give to libcurl; nil where it finds its own, or none is anywhere.
    static let authorities: String? = {
        guard fault == nil, let info = unsafe ccurl_version_info() else { return nil }
        let builtIn = unsafe ccurl_built_in_cainfo(info).map { unsafe String(cString: $0) }
        return SystemAuthorities.file(builtIn: builtIn) { unsafe access($0, R_OK) == 0 }
    }()

    /// The names and versions of libcurl and its libraries.
    static var version: String {
        guard fault == nil else { return "none" }
        return unsafe String(cString: curl_version())
    }

    /// curl's words for a result code.
    static func text(_ code: CURLcode) -> String { unsafe String(cString: curl_easy_strerror(code)) }
}

/// What failed in libcurl, and curl's result for it.
struct CurlFailure: Error {
    private let number: Int
    private let message: String
    private let nextStep: String

    /// libcurl, or a function of it, is not there.
    init(loading missing: String) {
        number = Int(CURLE_FAILED_INIT.rawValue)
        message = "libcurl cannot be loaded: \(missing)."
        nextStep = "Install libcurl: apt-get install libcurl4, or dnf install libcurl."
    }

    init(_ call: String, _ code: CURLcode) {
        self.init(call, Int(code.rawValue), CurlLibrary.text(code))
    }

    init(_ call: String, _ code: CURLMcode) {
        self.init(call, Int(code.rawValue), unsafe String(cString: curl_multi_strerror(code)))
    }

    private init(_ call: String, _ number: Int, _ text: String) {
        self.number = number
        message = "libcurl failed in \(call): \(text) (\(number))."
        nextStep = "Check the installed libcurl: \(unsafe String(cString: curl_version()))."
    }

    var error: TransportError { TransportError(code: .curlFailure(number), message: message, nextStep: nextStep) }
}
