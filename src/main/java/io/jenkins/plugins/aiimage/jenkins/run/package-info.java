/**
 * How a step runs the program: a short call inside the agent's JVM for what is there already, a
 * process that outlives the controller and the connection for everything else.
 */
package io.jenkins.plugins.aiimage.jenkins.run;
