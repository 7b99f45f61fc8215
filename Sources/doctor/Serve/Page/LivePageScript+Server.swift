extension LivePageScript {
    /// Asking the server, by addresses below the page's own, which holds the secret.
    static let server = #"""
          const base = location.pathname.replace(/\/?$/, "/");
          const patience = 40000;
          class Refused extends Error {
            constructor(status, answer) {
              super(answer && answer.error ? answer.error : `the server answered ${status}`);
              this.status = status;
              this.place = answer ? answer.place : undefined;
            }
          }
          const ask = async (address, { method = "GET", body, signal } = {}) => {
            const limit = AbortSignal.timeout(patience);
            const answer = await fetch(base + address, {
              method, cache: "no-store", credentials: "omit", redirect: "error", referrerPolicy: "no-referrer",
              headers: body === undefined ? {} : { "Content-Type": "application/json" },
              body: body === undefined ? undefined : JSON.stringify(body),
              signal: signal ? AbortSignal.any([signal, limit]) : limit,
            });
            const text = await answer.text();
            let value = null;
            try { value = text ? JSON.parse(text) : null; } catch { value = null; }
            if (!answer.ok) { throw new Refused(answer.status, value); }
            return value;
          };
          const words = (error) => error instanceof Refused ? error.message : "The server does not answer.";

        """#
}
