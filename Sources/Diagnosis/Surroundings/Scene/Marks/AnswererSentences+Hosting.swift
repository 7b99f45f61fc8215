/// The sentences of platforms that run a program, of tunnels, and of the frameworks in which gateways are written.
///
/// Sources: <https://vercel.com/docs/errors>, <https://devcenter.heroku.com/articles/error-codes>, <https://ngrok.com/docs/errors/>,
/// <https://fastapi.tiangolo.com/tutorial/handling-errors/>, <https://docs.openwebui.com/troubleshooting/>,
/// <https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-1xxx-errors/>.
extension AnswererSentence {
    private static let application = """
        A web application of your own or a gateway's (the form of the body is FastAPI's) refused the caller: it wants a key or token of its \
        own, which is missing, wrong or expired. AWS's keys belong to the application; AWS was not asked.
        """

    private static func cloudflare(_ code: String, _ meaning: String) -> AnswererSentence {
        .ofText(.cloudflare, "error code: \(code)", say: "Cloudflare, in front of the host that was called, \(meaning)")
    }

    static let ofHosting: [AnswererSentence] = [
        AnswererSentence(
            .hosting, "FUNCTION_INVOCATION_TIMEOUT",
            say: """
                Vercel ended the function at its time limit (maxDuration) while it still waited: raise maxDuration, stream the answer, or ask \
                for less at once.
                """),
        AnswererSentence(
            .hosting, "FUNCTION_PAYLOAD_TOO_LARGE",
            say: """
                Vercel's functions take bodies of 4.5 MB at most: send less, or put large files into a store and send their address. Bedrock's \
                own limits are not reached.
                """),
        AnswererSentence(
            .hosting, "code=H12",
            say: """
                Heroku's router gave up after 30 s without a first byte: stream the answer, or work in the background. What the program called \
                may still be at work.
                """),
        AnswererSentence(
            .ngrok, "ERR_NGROK_",
            say: """
                The tunnel ngrok answered, not what is behind it: the agent is not running, its address has changed, or a limit of the plan \
                is reached; the code's page at ngrok.com/docs/errors says which. AWS was not asked.
                """),
        AnswererSentence(.webApplication, "\"detail\": \"Not authenticated\"", say: application),
        AnswererSentence(.webApplication, "\"detail\": \"Could not validate credentials\"", say: application),
        AnswererSentence(.webApplication, "\"detail\": \"Invalid API Key\"", say: application),
        AnswererSentence(.webApplication, "\"detail\": \"Invalid API key\"", say: application),
        AnswererSentence(.webApplication, "\"detail\": \"Invalid or missing API key\"", say: application),
        AnswererSentence(
            .webApplication, "\"detail\": \"Method Not Allowed\"",
            say: """
                A web application (the form is FastAPI's) has this path, and not for this method: see the base URL and whether a redirect made \
                a GET of a POST. AWS was not asked.
                """),
        AnswererSentence(
            .webApplication, "\"detail\": [{\"", "\"loc\": [",
            say: """
                A web application (the form is FastAPI's: detail, loc, msg) refused the body by its own schema: loc names the member, msg says \
                what is wrong with it. Send what this application expects; Bedrock was not asked.
                """),
        AnswererSentence(
            .webApplication, "Open WebUI: Server Connection Error",
            say: """
                Open WebUI did not reach the connection that it has for this model: see its address under Connections (from the container, \
                localhost is the container itself: use host.docker.internal or the service's name), and that the gateway runs. Nothing was \
                heard from Bedrock.
                """),
        .ofModel(
            .webApplication, "\"detail\": \"Model not found\"",
            say: """
                The application (Open WebUI says so) has no model of that name, or the user may not see it: see its list of models, and \
                whether the connection or pipe that brings them is on. Bedrock was not asked.
                """),
        cloudflare(
            "1020", "refused the request by a firewall rule (1020): the host's owner finds the rule by the Ray ID."),
        cloudflare(
            "1010", "refused the client by its signature (1010, browser integrity check): its owner excepts this path."),
        cloudflare(
            "1015", "limits the caller's rate (1015), no quota of AWS: call less often, or have the rule changed."),
        cloudflare("1016", "has no address for the origin (1016): its owner mends the DNS record."),
        cloudflare("1033", "has a tunnel whose other end does not run (1033): start cloudflared where the gateway is."),
        cloudflare("502", "got no valid answer from the origin (502): see that the origin or its tunnel runs."),
        cloudflare(
            "521", "got no connection to the origin (521, refused): see that the origin runs and lets Cloudflare in."),
        cloudflare("522", "could not reach the origin (522): see that the origin runs, and its firewall."),
        cloudflare(
            "524", "waited about 100 s for the origin (524): stream the answer, or call the origin without Cloudflare."),
        cloudflare(
            "525", "found no TLS that it accepts at the origin (525): see the origin's certificate and encryption mode."
        ),
    ]
}
