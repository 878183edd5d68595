package io.frontless.system.inside;

import io.frontless.system.container.TestedApplication;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;

/**
 * What a test inside the deployed application extends.
 *
 * <p>Put a class named {@code *IT} into this package, extend this one, and write JUnit tests as ever. Arquillian runs
 * each test method in the server, on an instance of its own:
 * <ul>
 *   <li>{@code @Inject} and {@code @EJB} fields receive the application's beans; {@code @Resource(lookup = "...")} fields
 *       receive the server's, such as {@code jdbc/frontless}.
 *   <li>A test method has no transaction unless it begins one ({@code @Inject UserTransaction}) or calls a bean that does.
 *   <li>Classes of this package are deployed; any other class a test needs must be the application's, AssertJ's or
 *       JUnit's. JUnit extensions and parameters run outside and are of no use here.
 * </ul>
 */
@ArquillianTest
public abstract class InsideApplication {

    /** The same for all, so that one deployment serves every class. */
    @Deployment
    public static EnterpriseArchive application() {
        return TestedApplication.with(InsideApplication.class);
    }
}
