package io.frontless.boundary;

import jakarta.ejb.EJBException;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** The same as {@link Problems}, for what the container wraps: without it the server's own mapper would map, and log, twice. */
@Provider
public class EjbProblems implements ExceptionMapper<EJBException> {

    @Inject
    Problems problems;

    @Override
    public Response toResponse(EJBException thrown) {
        return problems.toResponse(thrown);
    }
}
