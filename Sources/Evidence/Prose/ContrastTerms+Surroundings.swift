extension ContrastTerms {
    static let places: [Entry] = [
        Entry(
            .place, "the own machine", .plain, "locally", "IN local", "IN localhost", "IN my local", "local machine",
            "my machine",
            "my laptop", "my mac", "my macbook", "my pc", "my computer", "dev machine", "local environment",
            "local dev",
            "IN development", "IN dev", "local development", "the host", "host machine", "my host", "IN host",
            "outside docker",
            "outside the container", "outside of docker", "outside of the container", "outside kubernetes",
            "outside the cluster", "outside of the cluster", "outside of kubernetes", "outside k8s", "outside of k8s",
            "outside a container", "outside of a container", "outside the pod", "outside of the pod", "outside eks",
            "outside of eks", "outside ecs", "outside of ecs", "outside wsl", "outside of wsl",
            "outside lambda", "outside of lambda", "my local machine", "local run", "running locally"),
        Entry(
            .place, "a shell", .plain, "my terminal", "the terminal", "a terminal", "my shell", "the shell", "a shell",
            "run by hand", "manually", "IN terminal", "command prompt", "powershell"),
        Entry(
            .place, "AWS Lambda", .either, "IN lambda", "IN aws lambda", "IN a lambda", "IN the lambda",
            "lambda function",
            "deployed lambda", "IN my lambda"),
        Entry(.place, "EC2", .either, "IN ec2", "IN an ec2", "IN the ec2", "ec2 instance", "IN my ec2", "IN aws ec2"),
        Entry(
            .place, "the container", .special, "container", "containers", "docker", "IN docker", "docker-compose",
            "docker compose",
            "containerized", "dockerized", "devcontainer", "podman"),
        Entry(
            .place, "ECS", .either, "IN ecs", "fargate", "IN an ecs", "ecs task", "IN aws ecs", "ecs"),
        Entry(
            .place, "the cluster", .special, "kubernetes", "k8s", "eks", "IN eks", "pod", "pods", "IN the cluster",
            "minikube",
            "openshift", "helm"),
        Entry(
            .place, "CI", .special, "IN ci", "github actions", "github action", "gitlab ci", "jenkins",
            "IN the pipeline",
            "codebuild", "circleci", "ci/cd", "IN pipeline", "the runner", "gitlab runner"),
        Entry(
            .place, "the server", .special, "IN production", "IN prod", "IN the server", "IN a server", "IN our server",
            "IN my server", "IN staging", "deployed", "after deploying", "after deployment", "once deployed",
            "when deployed",
            "remote server", "IN the vps", "IN a vps", "IN aws", "IN the cloud", "IN vercel", "IN netlify", "cloud run",
            "heroku",
            "IN amplify", "elastic beanstalk", "app runner", "render.com"),
        Entry(.place, "a run without sudo", .plain, "without sudo", "as my user", "as a normal user", "as normal user"),
        Entry(.place, "a run with sudo", .special, "with sudo", "sudo", "as root"),
        Entry(.place, "SageMaker", .either, "sagemaker", "IN sagemaker"),
        Entry(.place, "WSL", .either, "wsl", "wsl2", "IN wsl"),
        Entry(.place, "Windows", .either, "IN windows", "windows machine"),
        Entry(.place, "Linux", .either, "IN linux", "IN ubuntu", "IN debian", "IN alpine"),
        Entry(.place, "macOS", .either, "IN macos", "IN mac", "IN osx", "IN a mac"),
        Entry(
            .place, "a service or a job", .special, "IN cron", "cron job", "cronjob", "systemd", "as a service",
            "IN airflow",
            "background service", "daemon", "IN the ide", "IN vs code", "IN vscode", "IN intellij", "launchd"),
        Entry(
            .place, "another machine", .plain, "another machine", "other machine", "other machines", "another computer",
            "other computer", "different machine", "another server", "other server", "colleague's machine",
            "coworker's machine",
            "another laptop", "other laptop", "other computers", "another pc"),
        Entry(
            .place, "the browser", .either, "IN the browser", "IN a browser", "IN browser", "chrome", "firefox",
            "safari"),
        Entry(.place, "Node.js", .either, "IN node", "node.js", "nodejs"),
    ]

    static let projects: [Entry] = [
        Entry(
            .project, "another folder", .plain, "outside the folder", "outside of the folder", "outside this folder",
            "outside the project", "outside of the project", "outside this project", "outside the repo",
            "outside the repository", "outside of the repo", "outside that folder", "outside the directory",
            "outside the project directory", "outside the project folder", "another folder", "other folders",
            "another directory", "other directories", "different directory", "different folder", "another project",
            "other projects", "another repo", "other repos", "IN my home directory", "IN an empty folder",
            "IN an empty directory", "IN a fresh directory", "outside of it"),
        Entry(
            .project, "this folder", .special, "inside the folder", "inside the project", "inside the project folder",
            "IN the project folder", "IN the project directory", "IN this folder", "IN this directory", "IN this repo",
            "IN this project", "inside the repo", "inside this repo", "inside the directory"),
    ]

    static let networks: [Entry] = [
        Entry(
            .network, "the way without the proxy", .plain, "without the proxy", "without proxy", "without a proxy",
            "no proxy",
            "bypassing the proxy", "bypass the proxy", "proxy disabled", "disabling the proxy", "proxy turned off",
            "direct connection", "without zscaler", "zscaler disabled", "zscaler off", "disabling zscaler",
            "without the gateway",
            "bypassing the gateway", "bypassing litellm", "bypassing nginx", "without nginx", "calling aws directly",
            "calling bedrock directly", "remove the proxy", "removing the proxy", "without envoy",
            "without the sidecar",
            "skipping the proxy", "turning zscaler off", "turning off zscaler", "without cloudflare",
            "without cloudfront"),
        // Where a call went directly, only a proxy on the other side says past what.
        Entry(.network, "the way without the proxy", .either, "directly"),
        Entry(
            .network, "the host's network", .plain, "with hostnetwork", "hostnetwork", "host network",
            "hostnetwork:true",
            "--network host", "--network=host", "--net=host", "network_mode: host", "network_mode host"),
        Entry(.network, "the container's own network", .special, "without hostnetwork", "without host network"),
        Entry(
            .network, "the network outside", .plain, "off vpn", "off the vpn", "without vpn", "without the vpn",
            "from home",
            "at home", "mobile hotspot", "hotspot", "home network", "outside the corporate network",
            "outside the office",
            "outside the company", "outside our network", "other network", "another network", "different network",
            "home wifi",
            "disconnecting the vpn", "vpn disconnected", "vpn off", "disabling the vpn", "home internet",
            "phone's hotspot",
            "outside of the corporate network", "disconnect from the vpn", "disabling vpn", "without a vpn"),
        Entry(
            .network, "the proxy", .special, "behind a proxy", "behind the proxy", "behind our proxy", "behind proxy",
            "corporate proxy", "company proxy", "through the proxy", "through a proxy", "via proxy", "via the proxy",
            "via a proxy", "behind zscaler", "zscaler", "netskope", "ssl inspection", "tls inspection", "behind nginx",
            "through nginx", "behind cloudflare", "behind cloudfront", "through cloudfront", "behind envoy",
            "through envoy",
            "behind a firewall", "behind the firewall", "behind our firewall", "through the gateway",
            "behind a load balancer",
            "behind haproxy", "behind traefik", "behind an alb", "with the proxy", "with proxy",
            "behind corporate firewall",
            "behind a corporate proxy", "behind the corporate proxy", "behind a corporate firewall",
            "through our proxy",
            "through litellm", "via litellm", "through the litellm proxy", "through the api gateway", "reverse proxy",
            "behind apache"),
        Entry(
            .network, "the office's network", .special, "on vpn", "on the vpn", "over vpn", "over the vpn",
            "office network",
            "corporate network", "company network", "at work", "from work", "from the office", "work network",
            "work laptop",
            "in the office", "at the office", "connected to vpn", "connected to the vpn", "with vpn", "company laptop",
            "company vpn", "corporate vpn", "corporate laptop", "while on vpn"),
    ]

    static let times: [Entry] = [
        Entry(
            .time, "a fresh start", .plain, "after restart", "after restarting", "after a restart", "after reboot",
            "after rebooting", "restarting", "restart", "restarted", "first call", "first request", "first few",
            "at first",
            "initially", "first hour", "first time", "until i restart", "fresh session", "new session",
            "right after login", "first message", "first prompt", "first turn", "initial message", "initial request",
            "very first", "the first one",
            "for a while", "for about", "for an hour", "for ~1", "for some time"),
        Entry(
            .time, "a session of some age", .special, "after an hour", "after about", "after ~60", "after ~1",
            "after 1", "after 60",
            "after a while", "after some time", "after exactly", "after approximately", "after one hour", "after 12",
            "after several hours", "after a few hours", "after hours", "after few hours", "after some hours",
            "after 15",
            "after around", "second call", "second request", "long-running", "long running", "overnight", "next day",
            "next morning", "every hour", "after sleep", "after 30", "after ~30", "eventually", "after idle",
            "after being idle"),
        Entry(
            .chance, "some of the calls", .plain,
            Chance.spellings + [
                "every other", "on retry", "on a retry", "retrying", "a retry", "retry", "second attempt", "second try",
                "1 in", "one in", "one out", "1 out",
            ]),
    ]
}
