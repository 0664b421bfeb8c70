import AuthHost
import ServiceHost

@main
enum Main {
  static func main() async {
    await HostProgram(AuthHost.definition).main()
  }
}
