import Evidence
import Report

/// The build of the AWS SDK for JavaScript that bundlers take for browsers, and Metro for React Native: it has no chain of credentials.
///
/// `Credential is missing` is its sentence alone; the build for Node says `Could not load credentials from any providers`.
/// Sources: <https://github.com/aws/aws-sdk-js-v3/blob/main/clients/client-bedrock-runtime/src/runtimeConfig.browser.ts>,
/// <https://nextjs.org/docs/app/api-reference/config/next-config-js/serverExternalPackages>,
/// <https://webpack.js.org/configuration/resolve/#resolvealiasfields>, <https://esbuild.github.io/api/#platform>,
/// <https://docs.aws.amazon.com/AWSJavaScriptSDK/v3/latest/Package/-aws-sdk-credential-providers/>.
struct BrowserBuild {
    private let lower: String

    init?(_ call: FailedCall) {
        guard Self.stands(in: call.message) || Self.stands(in: call.answer.surroundings) else { return nil }
        lower = String((call.answer.surroundings + "\n" + call.message).prefix(32_768)).lowercased()
    }

    static func stands(in text: String) -> Bool {
        ["Credential is missing", "runtimeConfig.browser", "runtimeConfig.native"].contains(where: text.contains)
            || lacksProvider(in: text)
    }

    /// Whether a bundler took the build of a package of providers that has none of Node's: `'fromNodeProviderChain' is not exported from ...`.
    static func lacksProvider(in text: String) -> Bool {
        text.split(whereSeparator: \.isNewline).contains { line in
            line.contains("@aws-sdk/credential-provider")
                && ["is not exported", "does not provide an export", "No matching export", "has no exported member"]
                    .contains(where: line.contains)
        } || text.contains("fromNodeProviderChain is not a function")
            || text.contains("fromNodeProviderChain) is not a function")
    }

    static let title = "The SDK's build for browsers has no credentials"

    static let meaning = """
        A bundler took the AWS SDK for JavaScript in its build for browsers, which reads no variables, no ~/.aws and no role: it has what the code hands it.
        """

    /// What to do, by where the bundle runs.
    var remedies: [Remedy] {
        if isOfEdge { return [edge, server] }
        let isDevice =
            ProgramPlace.isDevice(lower) || says("metro", "expo-", "expo go", "@expo", "runtimeconfig.native")
        if isDevice { return ProgramPlace.device.remedies }
        let isServer = says(
            "next.js", "nextjs", "nuxt", "sveltekit", "remix", "astro", "server", "ssr", "lambda", "electron",
            "extension", "esbuild", "node:", "node.js", "nodejs", "serverless", "api route", "worker")
        let isPage = ProgramPlace.isPage(lower) || says("vite", "react", "vue", "angular", "svelte", "browser", "page")
        return isServer || !isPage ? [server, page] : [page, server]
    }

    /// Whether it runs in an edge runtime, and not in the browser of that name.
    private var isOfEdge: Bool {
        let words = WordText(lower)
        let parts = ["runtime", "function", "functions", "middleware", "worker", "workers", "route", "routes"]
        return parts.contains { words.holds(["edge", $0]) && !words.holds(["microsoft", "edge", $0]) }
            || says(
                "edge-runtime", "edge-function", "runtime = 'edge'", "runtime = \"edge\"", "runtime: 'edge'",
                "runtime: \"edge\"")
    }

    private func says(_ marks: String...) -> Bool { marks.contains(where: lower.contains) }

    private var server: Remedy {
        Remedy(
            """
            Let the bundle of a server or desktop program take the SDK's build for Node: keep @aws-sdk/* out of the bundle (Next.js: serverExternalPackages; Vite: ssr.external; webpack: target: 'node'; esbuild: --platform=node; \
            Electron: call from the main process), and import it only in code that runs there. The bundler followed the field browser of the SDK's package.json, and only the other build reads variables, profiles and roles. Or hand \
            the client its credentials in that code: credentials: fromNodeProviderChain() of @aws-sdk/credential-providers.
            """)
    }

    private var edge: Remedy {
        Remedy(
            """
            Let the route run in Node (Next.js: export const runtime = 'nodejs'; no edge function, no middleware), where the SDK finds credentials by itself: an edge runtime gets the build for browsers, which has no chain of credentials. If it must be the edge, hand the client its keys \
            in code, from secrets of the platform (access key, secret and session token, or an API key of Bedrock's), with a client that asks no chain. No permission of IAM's is missing.
            """
        ).about(.instruction)
    }

    private var page: Remedy {
        Remedy(
            """
            Call Bedrock from your server, or hand the client in the page credentials in its code: fromCognitoIdentityPool() of @aws-sdk/credential-providers, whose role for signed-in users may call the model. What a bundler writes into a page \
            (VITE_, REACT_APP_, NEXT_PUBLIC_) everybody can read, so no access key belongs there.
            """)
    }
}
