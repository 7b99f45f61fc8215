import Codes
import Evidence
import Report
import WireText

/// A package manager that could not fetch a package: what failed is the way to its registry, and no call of AWS.
///
/// Sources: <https://docs.npmjs.com/cli/configuring-npm/npmrc>, <https://bun.com/docs/install/registries>,
/// <https://pip.pypa.io/en/stable/topics/https-certificates/>, <https://docs.astral.sh/uv/concepts/authentication/certificates/>,
/// <https://doc.rust-lang.org/cargo/reference/config.html#httpcainfo>, <https://go.dev/ref/mod#environment-variables>,
/// <https://maven.apache.org/guides/mini/guide-proxies.html>.
struct PackageFetch: Sendable, Hashable {
    let manager: String
    private let trust: String

    /// Words of the text that show it.
    let mark: String

    /// - Parameter text: What failed, as the manager or a program that starts it says it.
    init?(in text: String) {
        let text = text.prefix(32_768)
        let found = Self.managers.lazy.compactMap { manager in
            manager.marks.first { marks in marks.allSatisfy(text.contains) }.map { (manager, $0) }
        }.first
        guard let (found, marks) = found, let mark = marks.first else { return nil }
        (manager, trust, self.mark) = (found.name, found.trust, mark)
    }

    private struct Manager {
        let name: String

        /// Any of these sets of words shows that it could not fetch.
        let marks: [[String]]

        /// Where it takes an authority and a proxy from.
        let trust: String
    }

    private static let managers: [Manager] = [
        Manager(
            name: "Bun",
            marks: [["BunInstallFailedError"], ["InstallFailedError", "@"], ["bun install", "registry.npmjs.org"]],
            trust:
                "NODE_EXTRA_CA_CERTS (or cafile in bunfig.toml), and a proxy in HTTPS_PROXY, in the environment of the program that starts it"
        ),
        Manager(
            name: "npm",
            marks: [
                ["npm ERR!", "request to https://"], ["npm error", "request to https://"],
                ["npm ERR! network"], ["npm error network"],
                ["npm ERR! code SELF_SIGNED_CERT_IN_CHAIN"], ["npm error code SELF_SIGNED_CERT_IN_CHAIN"],
                ["npm ERR! code UNABLE_TO_"], ["npm error code UNABLE_TO_"], ["registry.yarnpkg.com"],
                ["ERR_PNPM_META_FETCH_FAIL"],
            ],
            trust:
                "cafile of .npmrc (npm config set cafile FILE) or NODE_EXTRA_CA_CERTS, and a proxy in https-proxy of .npmrc or HTTPS_PROXY"
        ),
        Manager(
            name: "pip",
            marks: [
                ["Could not find a version that satisfies the requirement"], ["Could not fetch URL https://pypi.org"],
                ["connection broken by", ": /simple/"],
            ],
            trust: "PIP_CERT (pip config set global.cert FILE), and a proxy in --proxy or HTTPS_PROXY"
        ),
        Manager(
            name: "uv",
            marks: [["Failed to fetch: `https://"], ["Request failed after", "pypi.org"]],
            trust:
                "SSL_CERT_FILE, or the system's store by UV_SYSTEM_CERTS=true (UV_NATIVE_TLS in older ones), and a proxy in HTTPS_PROXY"
        ),
        Manager(
            name: "Cargo",
            marks: [["index.crates.io"], ["static.crates.io"], ["failed to download from `https://"]],
            trust: "CARGO_HTTP_CAINFO (http.cainfo of its config.toml), and a proxy in http.proxy or HTTPS_PROXY"
        ),
        Manager(
            name: "go", marks: [["proxy.golang.org"], ["sum.golang.org"]],
            trust: "the system's store or SSL_CERT_FILE, and a proxy in HTTPS_PROXY (GOPROXY names another source)"
        ),
        Manager(
            name: "Maven or Gradle",
            marks: [
                ["repo.maven.apache.org"], ["repo1.maven.org"], ["Could not transfer artifact"],
                ["plugins.gradle.org"],
            ],
            trust: "the JVM's trust store, and a proxy in settings.xml or gradle.properties"
        ),
        Manager(
            name: "Terraform's installer", marks: [["Failed to query available provider packages"]],
            trust: "the system's store or SSL_CERT_FILE, and a proxy in HTTPS_PROXY"
        ),
    ]

    /// What this very failure is called.
    var title: String { "\(manager) could not fetch a package" }

    /// What to do, by what the report tells of the way out.
    ///
    /// - Parameters:
    ///   - code: What failed on the way, where that is known.
    ///   - around: What stands around the failure.
    func remedies(_ code: FindingCode, around: String) -> [Remedy] {
        let lower = around.prefix(32_768).lowercased()
        let isInspected =
            code == .networkCertificateUntrusted || code == .networkTLSFailed
            || ["ca_bundle", "ca bundle", "zscaler", "netskope", "inspect", "certificate", "self-signed", "extra_ca"]
                .contains(where: lower.contains)
        let first =
            isInspected
            ? """
            Name a PEM file with the authority of what opens TLS on the way, and the public ones, where \(manager) reads it: \(trust). ca_bundle in ~/.aws/config and AWS_CA_BUNDLE are read by AWS's own \
            clients alone.
            """
            : lower.contains("proxy")
                ? """
                Hand the proxy to \(manager), and an authority where one is wanted, where it reads them: \(trust).
                """
                : """
                Let \(manager) reach its registry: see the network, a proxy and the name of the package. What it reads for the way there: \(trust).
                """
        return [
            Remedy(
                "\(first) What failed is the download of a package, before any call of a model: keys, region and access are not in question."
            ),
            Remedy(
                "Or install the package by another way beforehand (a company's mirror of the registry, a build of the program that brings it along), and start the program again."
            ),
        ]
    }
}

extension FailedCall {
    /// The package manager whose failure it is.
    var packageFetch: PackageFetch? { PackageFetch(in: text) }
}
